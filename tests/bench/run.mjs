/**
 * What the plugin costs, as ratios of whole processes that run one after the other:
 * `npm run bench -- [number of files | folder…] [--pairs N] [--write]`.
 *
 * Two processes are the measure: ESLint without any rule, and with one rule that does nothing, since the first rule of all makes
 * ESLint keep its trees for longer. Against them run `recommended` without kept answers (cold), with those of the run before (warm),
 * and `all`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.mjs';
import { median } from './median.mjs';
import { write } from './page.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: 'string', default: '5' }, write: { type: 'boolean', default: false } },
});

/** In the order in which they run; a cold one forgets what earlier ones have kept. */
const RUNS = [
  { name: 'none', config: 'none' },
  { name: 'empty', config: 'empty' },
  { name: 'cold', config: 'recommended', isCold: true },
  { name: 'warm', config: 'recommended' },
  { name: 'all', config: 'all', isCold: true },
];

function lint(folder, { config, isCold }) {
  if (isCold) rmSync(path.join(folder, 'node_modules/.cache'), { recursive: true, force: true });
  const args = [path.join(import.meta.dirname, 'lint.mjs'), folder, '--config', config];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 }));
}

/** The runs of a round follow each other, so that a busy machine slows all of them down. */
function measure(folder, name) {
  lint(folder, RUNS[0]);
  const rounds = Array.from({ length: Number(values.pairs) }, () => Object.fromEntries(RUNS.map((run) => [run.name, lint(folder, run)])));
  const ratio = (run, to, key) => median(rounds.map((round) => round[run][key] / round[to][key]));
  const ratios = Object.fromEntries(
    ['cold', 'warm', 'all'].map((run) => [
      run,
      {
        toNone: ratio(run, 'none', 'wall'),
        toEmpty: ratio(run, 'empty', 'wall'),
        cpu: ratio(run, 'empty', 'cpu'),
        memory: ratio(run, 'empty', 'memory'),
      },
    ]),
  );
  const seconds = median(rounds.map((round) => round.none.wall)) / 1000;
  const row = {
    name,
    files: rounds[0].none.files,
    seconds,
    empty: ratio('empty', 'none', 'wall'),
    ratios,
    findings: rounds[0].cold.findings,
  };
  tell(row);
  return row;
}

function tell({ name, files, seconds, empty, ratios, findings }) {
  console.log(`${name}, ${files} files: without rules ${seconds.toFixed(2)} s; one empty rule ${empty.toFixed(2)}; ${findings} findings`);
  for (const [run, { toNone, toEmpty, cpu, memory }] of Object.entries(ratios))
    console.log(
      `  ${run.padEnd(5)} ${toEmpty.toFixed(2)} of the empty rule (CPU ${cpu.toFixed(2)}, memory ${memory.toFixed(2)}), ${toNone.toFixed(2)} of no rule`,
    );
}

/** Measured in a copy: where answers are kept, the project has a `node_modules`. */
function measured(what) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    if (/^\d+$/u.test(what)) generate(folder, Number(what));
    else cpSync(what, folder, { recursive: true, filter: (file) => !/[\\/](?:node_modules|\.git)$/u.test(file) });
    mkdirSync(path.join(folder, 'node_modules'));
    return measure(folder, /^\d+$/u.test(what) ? 'generated' : path.basename(path.resolve(what)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(`Node.js ${process.version}, median of ${values.pairs} rounds; 1.00 is ESLint with one empty rule, or with none`);
const rows = (positionals.length > 0 ? positionals : ['100', '1000', '5000']).map(measured);
if (values.write) write(rows, values.pairs);
