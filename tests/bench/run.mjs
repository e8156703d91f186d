/** Costs of the plugin as ratios to ESLint's run without any rule, whole processes in pairs: `npm run bench -- [number of files | folder…] [--pairs N] [--config NAME]`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: 'string', default: '5' }, config: { type: 'string', default: 'recommended' } },
});

function lint(folder, what) {
  const output = execFileSync(process.execPath, [path.join(import.meta.dirname, 'lint.mjs'), folder, what], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(output);
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

/** The halves of a pair run one after the other, so that a busy machine slows both down. */
function measure(folder, name) {
  const pairs = Array.from({ length: Number(values.pairs) }, () => ({ bare: lint(folder, 'parse'), full: lint(folder, values.config) }));
  const ratio = (key) => median(pairs.map(({ bare, full }) => full[key] / bare[key])).toFixed(2);
  const seconds = (median(pairs.map(({ bare }) => bare.wall)) / 1000).toFixed(2);
  const [{ bare, full }] = pairs;
  const base = `without rules ${seconds} s, ${bare.memory.toFixed(0)} MB; ${full.findings} findings`;
  console.log(`${name}, ${full.files} files: wall ${ratio('wall')}, CPU ${ratio('cpu')}, memory ${ratio('memory')} (${base})`);
}

console.log(`Node.js ${process.version}, configuration ${values.config}, median of ${values.pairs} pairs; 1.00 is ESLint without rules`);
for (const what of positionals.length > 0 ? positionals : ['100', '1000']) {
  if (!/^\d+$/u.test(what)) measure(path.resolve(what), path.basename(what));
  else {
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
    try {
      generate(folder, Number(what));
      measure(folder, 'generated');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
