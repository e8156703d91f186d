/** What is inside of a folder, and so may be read. */
import path from 'node:path';
import { realPath } from './disk.js';

export function isWithin(file: string, folder: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

/** Whether a file stands there in fact, when links are followed. */
export function standsWithin(file: string, folder: string): boolean {
  if (!isWithin(file, folder)) return false;
  const real = realPath(file) ?? realPath(path.dirname(file));
  return real === undefined || isWithin(real, realPath(folder) ?? folder);
}
