/**
 * What each step of the pattern is good for: the same server under the same load with a part of it left out. `node tests/proof/steps.mjs`
 * prints the table of docs/the-shutdown-pattern.md; `--node 20,22,24,26` and `--runs N` as in run.mjs.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { nodeOf } from './packages.mjs';
import { run } from './prove.mjs';

const { values } = parseArgs({
  options: { node: { type: 'string', default: process.versions.node.split('.')[0] }, runs: { type: 'string', default: '2' } },
});

const HEADER = "server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));";
const DELAY = 'await new Promise((resolve) => setTimeout(resolve, 1_000));';
const SWEEP = 'setInterval(() => server.closeIdleConnections(), 1_000).unref();';
const CUT = 'setTimeout(() => server.closeAllConnections(), 8_000).unref();';
const CLOSE = 'await new Promise((resolve) => server.close(resolve));';

const VARIANTS = [
  ['no listener', undefined],
  ['`process.exit(0)`', []],
  ['`await server.close()`, which waits for nothing', ['await server.close();']],
  ['wait for the callback of `close()`', [CLOSE]],
  ['… and sweep idle connections', [SWEEP, CLOSE]],
  ['… and `Connection: close`', [HEADER, SWEEP, CLOSE]],
  ['delay, then wait for `close()`', [DELAY, CLOSE]],
  ['delay, then `closeAllConnections()`', [DELAY, 'server.closeAllConnections();', CLOSE]],
  ['the pattern', [HEADER, DELAY, SWEEP, CUT, CLOSE]],
  ['the pattern, with two clients that sent half a request', [HEADER, DELAY, SWEEP, CUT, CLOSE], { silent: 2 }],
  ['the same without the cut', [HEADER, DELAY, SWEEP, CLOSE], { silent: 2 }],
];

const folder = mkdtempSync(path.join(os.tmpdir(), 'steps-'));
try {
  const nodes = await Promise.all(values.node.split(',').map(nodeOf));
  const rows = [];
  for (const [name, steps, options] of VARIANTS) rows.push([name, ...(await outcomes(steps, options, nodes))]);
  const head = ['on SIGTERM', ...nodes.map(({ version }) => version)];
  for (const cells of [head, head.map(() => '---'), ...rows]) process.stdout.write(`| ${cells.join(' | ')} |\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function outcomes(steps, options, nodes) {
  writeFileSync(path.join(folder, 'main.mjs'), serviceWith(steps));
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  return await Promise.all(nodes.map((node) => outcome(node, options)));
}

/** Of some runs: the sum of what was lost and refused, and the longest. */
async function outcome({ path: node }, options) {
  const results = [];
  for (let index = 0; index < Number(values.runs); index += 1) {
    const service = { load: 'http', main: 'main.mjs', ...(options && { options }) };
    results.push(await run(service, { node, stripsTypes: true, servers: {}, folder, atExit: `at-exit-${node.length}-${index}.json` }));
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const exits = [...new Set(results.map(({ exit }) => exit))].join('/');
  const longest = Math.max(...results.map(({ milliseconds = 11_000 }) => milliseconds));
  return `${sum('lost')}/${sum('requests')} lost, ${sum('refused')} refused, ${exits}, ${(longest / 1000).toFixed(1)} s`;
}

function serviceWith(steps) {
  const listener = steps && [
    'let isShuttingDown = false;',
    "process.on('SIGTERM', async () => {",
    '  if (isShuttingDown) return;',
    '  isShuttingDown = true;',
    '  setTimeout(() => process.exit(1), 10_000).unref();',
    ...steps.map((step) => `  ${step}`),
    '  process.exit(0);',
    '});',
  ];
  return [
    "import { createServer } from 'node:http';",
    "const server = createServer((request, response) => setTimeout(() => response.end('ok'), 200));",
    ...(listener ?? []),
    "server.listen(process.env.PORT, '127.0.0.1');",
    '',
  ].join('\n');
}
