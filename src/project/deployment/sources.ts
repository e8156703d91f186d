import path from 'node:path';
import { isFile } from '../disk.js';
import { sourceOf, withExtension } from '../outputs.js';

/** The source of the first of several files that has one below a folder: a command may name any place of a machine. */
export function firstSource(root: string, files: readonly string[]): string | undefined {
  for (const file of files.filter((one) => one.startsWith(root + path.sep))) {
    const source = sourceOf(file);
    const found = isFile(source) ? source : withExtension(source);
    if (found !== undefined) return found;
  }
  return undefined;
}
