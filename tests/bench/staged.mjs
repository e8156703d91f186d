/**
 * What a commit hook waits for: one file of a service of 1,000, linted by a process of its own. Prints what the plugin adds to a
 * process with one empty rule, in milliseconds: without kept answers, with those of the run before, and after an edit of the file.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generate } from './generate.mjs';
import { median } from './median.mjs';

const [files = 1000, rounds = 7] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
generate(folder, files);
mkdirSync(path.join(folder, 'node_modules'));

const lint = (file, config) =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'lint.mjs'), folder, file, '--config', config], { encoding: 'utf8' }),
  ).wall;
const edit = (file, count) => {
  const full = path.join(folder, file);
  writeFileSync(full, `// ${count}\n${readFileSync(full, 'utf8')}`);
};
const forget = () => {
  rmSync(path.join(folder, 'node_modules/.cache'), { recursive: true, force: true });
};
const FILES = { 'a file that has no part in the life cycle': 'src/features/f7/service.ts', 'the file that shuts down': 'src/main.ts' };

try {
  for (const [name, file] of Object.entries(FILES)) {
    const added = { cold: [], warm: [], edited: [] };
    for (let round = 0; round < rounds; round += 1) {
      const empty = lint(file, 'empty');
      forget();
      added.cold.push(lint(file, 'recommended') - empty);
      added.warm.push(lint(file, 'recommended') - empty);
      edit(file, round);
      added.edited.push(lint(file, 'recommended') - empty);
    }
    const told = Object.entries(added).map(([run, times]) => `${run} ${median(times).toFixed(0)} ms`);
    console.log(`${name}: ${told.join(', ')} more than with an empty rule`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
