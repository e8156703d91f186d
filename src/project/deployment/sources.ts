import path from 'node:path';
import { isFile } from '../disk.js';
import { fromOutput, sourceOf, withExtension } from '../outputs.js';
import { parseJson, record } from '../packages.js';
import type { Deployment } from './deployment.js';

/** The source of the first of several files that has one below a folder: a command may name any place of a machine. */
export function firstSource(root: string, files: readonly string[]): string | undefined {
  for (const file of files.filter((one) => one.startsWith(root + path.sep))) {
    const source = sourceOf(file);
    // `node api`, a folder that the build made: the package.json that it writes there mostly names `main.js`.
    const found = isFile(source) ? source : (withExtension(source) ?? fromOutput(path.join(file, 'main')));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The module that a package names; its index by default. */
export function mainsOf(deployment: Deployment, manifests: readonly string[]): readonly string[] {
  const manifest = manifests.find((one) => isFile(one));
  if (manifest === undefined) return [];
  const main = deployment.read(manifest, mainIn) ?? 'index';
  return [path.resolve(path.dirname(manifest), main)];
}

function mainIn(text: string): string | undefined {
  const { main } = record(parseJson(text));
  return typeof main === 'string' ? main : undefined;
}
