/** Puts measured rows into docs/performance.md, between the marks of its table. */
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PAGE = path.join(import.meta.dirname, '../../docs/performance.md');

export function write(rows, rounds) {
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${String(os.cpus().length)} cores, ${String(Math.round(os.totalmem() / 2 ** 30))} GB, Node.js ${process.version}`;
  put('ratios', `Measured on ${date}: ${machine}; median of ${rounds} rounds.\n\n${table(rows)}`);
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
export function put(name, text) {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(`<!-- ${name} -->\n`);
  const [, after] = rest.split(`<!-- /${name} -->`);
  writeFileSync(PAGE, `${before}<!-- ${name} -->\n\n${text}\n\n<!-- /${name} -->${after}`);
}

function table(rows) {
  const lines = rows.flatMap(({ name, files, seconds, empty, ratios }) =>
    Object.entries(ratios).map(([run, { toNone, toEmpty, cpu, memory }]) => [
      `${name}, ${files.toLocaleString('en')} files`,
      run,
      ...[toEmpty, cpu, memory, toNone, empty].map((one) => one.toFixed(2)),
      `${seconds.toFixed(1)} s`,
    ]),
  );
  const head = ['service', 'run', 'wall', 'CPU', 'memory', 'wall to no rule', 'empty rule to no rule', 'no rule'];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
