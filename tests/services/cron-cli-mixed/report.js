import { writeFile } from 'node:fs/promises';

export async function writeReport(name) {
  await writeFile(`${name}.txt`, new Date().toISOString());
}
