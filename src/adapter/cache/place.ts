import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isWithin } from '../../project/boundary.js';
import { foldersAbove, isFolder, look } from '../../project/disk.js';
import { hashOf } from '../../project/hash.js';
import { rootOf } from '../../project/roots.js';

import { meta } from '../meta.js';

const SELF = fileURLToPath(import.meta.url);

/** Another build may answer otherwise. Undefined for sources, of which this is only one file of many. */
export function makerOf(): string | undefined {
  return SELF.endsWith('.ts') ? undefined : `${meta.version} ${look('file', SELF).stamp}`;
}

/** Where tools keep such things: below the nearest `node_modules` of the project, which must not be a link to elsewhere. No answer rests on it. */
export function placeFor(folder: string): string | undefined {
  const inside = path.join(folder, 'package.json');
  const boundary = rootOf(inside)?.boundary;
  if (boundary === undefined) return undefined;
  const installed = foldersAbove(inside)
    .filter((one) => isWithin(one, boundary))
    .map((one) => path.join(one, 'node_modules'))
    .find((one) => isFolder(one));
  if (installed === undefined) return undefined;
  const shared = path.join(installed, '.cache');
  return isFolder(shared) || look('existence', shared).stamp === 'false'
    ? path.join(shared, meta.name, `${hashOf(folder)}.json`)
    : undefined;
}
