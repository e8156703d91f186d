/** The only file that writes: repairs, and kept answers. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { threadId } from 'node:worker_threads';
import { quietly } from './disk.js';

/** A repair that the command line was asked for. On a full disk, a file that was there stays as it was. */
export async function writeText(file: string, text: string): Promise<void> {
  const before = quietly(() => fs.readFileSync(file));
  try {
    await fs.promises.writeFile(file, text);
  } catch (error) {
    if (before)
      quietly(() => {
        restore(file, before);
      });
    else
      quietly(() => {
        fs.rmSync(file, { force: true });
      });
    throw error;
  }
}

/** In place, where it has the owner, the permissions and the links that it had; what is cut off makes room. */
function restore(file: string, before: Buffer): void {
  if (!before.equals(fs.readFileSync(file))) fs.writeFileSync(file, before);
}

/** Puts a file in place at once or not at all, whoever else reads or writes it; false where nothing can be written. */
export function replaceFile(file: string, text: string): boolean {
  const next = `${file}.${String(process.pid)}.${String(threadId)}`;
  const isDone = quietly(() => {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(next, text);
    fs.renameSync(next, file);
    return true;
  });
  if (!isDone)
    quietly(() => {
      fs.rmSync(next, { force: true });
    });
  return isDone === true;
}
