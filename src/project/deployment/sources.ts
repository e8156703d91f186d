import { isFile } from '../disk.js';
import { sourceOf, withExtension } from '../outputs.js';

/** The source of the first of several files that has one. */
export function firstSource(files: readonly string[]): string | undefined {
  for (const file of files) {
    const source = sourceOf(file);
    const found = isFile(source) ? source : withExtension(source);
    if (found !== undefined) return found;
  }
  return undefined;
}
