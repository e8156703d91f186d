/** Costs of the plugin as ratios to ESLint's run without any rule, whole processes in pairs: `npm run bench -- [files…] [--pairs N] [--config NAME]`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { pairs: { type: 'string', default: '5' }, config: { type: 'string', default: 'recommended' } } });
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1000];
const lint = (folder, what) => JSON.parse(execFileSync(process.execPath, [path.join(import.meta.dirname, 'lint.mjs'), folder, what], { encoding: 'utf8', maxBuffer: 1 << 26 }));
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

console.log(`Node.js ${process.version}, configuration ${values.config}, median of ${values.pairs} pairs; 1.00 is ESLint without rules`);
for (const size of sizes) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    generate(folder, size);
    const pairs = Array.from({ length: Number(values.pairs) }, () => [lint(folder, 'parse'), lint(folder, values.config)]);
    const ratio = (key) => median(pairs.map(([bare, full]) => full[key] / bare[key])).toFixed(2);
    const [bare, full] = pairs[0];
    console.log(`${full.files} files: wall ${ratio('wall')}, CPU ${ratio('cpu')}, memory ${ratio('memory')} (without rules ${(median(pairs.map(([one]) => one.wall)) / 1000).toFixed(2)} s, ${bare.memory.toFixed(0)} MB; ${full.findings} findings)`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
