/**
 * A session of an editor on a service of 1,000 files: after each edit the file is linted again, in one process.
 * `node tests/bench/editor.mjs [files] [edits]` prints the 50th and 95th percentile of what the plugin adds, in milliseconds.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import plugin from '../../dist/src/index.js';
import { generate } from './generate.mjs';
import { percentile } from './median.mjs';

const [files = 1000, edits = 60] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
generate(folder, files);

const bench = { rules: { empty: { create: () => ({}) } } };
const empty = plugin.configs.recommended.map((config) =>
  config.rules ? { ...config, plugins: { bench }, rules: { 'bench/empty': 'error' } } : config,
);
const session = (overrideConfig) => new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig });
const bare = session(empty);
const full = session(plugin.configs.recommended);

const EDITS = {
  'a file that has no part in the life cycle': (text, count) => text.replace('const PAGE = 50;', `const PAGE = ${50 + count};`),
  'the file that shuts down': (text, count) => text.replace(/10_000|\d+_001/u, `${10 + count}_001`),
  'a comment in it': (text, count) => `// ${count}\n${text}`,
};
const FILES = ['src/features/f7/service.ts', 'src/main.ts', 'src/main.ts'];

try {
  for (const [index, [name, edit]] of Object.entries(EDITS).entries()) {
    const file = path.join(folder, FILES[index]);
    const text = readFileSync(file, 'utf8');
    const added = [];
    for (let count = 1; count <= edits; count += 1) {
      const edited = edit(text, count);
      const times = [];
      for (const eslint of count % 2 ? [bare, full] : [full, bare]) {
        const started = performance.now();
        await eslint.lintText(edited, { filePath: file });
        times.push(performance.now() - started);
      }
      const [one, other] = times;
      added.push(count % 2 ? other - one : one - other);
    }
    const [first, ...rest] = added;
    const [half, most] = [0.5, 0.95].map((share) => percentile(rest, share).toFixed(1));
    console.log(`${name}: first ${first.toFixed(0)} ms, then median ${half} ms, 95 % ${most} ms`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
