/**
 * Proves the suggestions by running services before and after them:
 * `npm run test:fixes -- [--node 20,22,24,26] [--only NAME,NAME] [--jobs N] [--keep] [--write]`.
 * Versions of Node.js other than the one that runs this come from npm. `--write` puts the table into docs/proof.md.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { installPackages, nodeOf } from './packages.mjs';
import { defectsOf, prove } from './prove.mjs';
import { startServers } from './servers.mjs';
import { SERVICES } from './services.mjs';
import { outcomeOf, writePage } from './table.mjs';

const { values } = parseArgs({
  options: {
    node: { type: 'string', default: process.versions.node.split('.')[0] },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: '2' },
    keep: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const wanted = SERVICES.filter(({ name }) => values.only.split(',').some((part) => name.includes(part)));
await installPackages();
const servers = await startServers([...new Set(wanted.flatMap(({ needs = [] }) => needs))]);
for (const name of servers.missing) process.stdout.write(`${name} is not installed here: services that need it are left out\n`);
const possible = wanted.filter(({ needs = [] }) => needs.every((name) => servers.urls[name] !== undefined));
const columns = [];
try {
  for (const version of values.node.split(',')) columns.push(await runAll(await nodeOf(version)));
} finally {
  await servers.stop();
}
if (values.write) writePage(possible, columns);
const failures = columns.flatMap(({ proofs }) => proofs.filter(({ isExpected }) => !isExpected));
process.stdout.write(`${columns.length * possible.length - failures.length} passed, ${failures.length} failed\n`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function runAll({ version, path: node, stripsTypes }) {
  process.stdout.write(`Node.js ${version}\n`);
  const queue = [...possible];
  const proofs = [];
  const work = async () => {
    for (let service = queue.shift(); service; service = queue.shift()) {
      const proof = await prove(service, { node, stripsTypes, servers: servers.urls, keep: values.keep });
      proofs.push(proof);
      process.stdout.write(reportOf(service, proof));
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, work));
  return { version, proofs };
}

function reportOf(service, { name, before, after, findings, isProven, isExpected, folder }) {
  const lines = [
    `${isProven ? 'ok  ' : isExpected ? 'hand' : 'FAIL'}  ${name}`,
    `        before  ${outcomeOf(before)}${sentence(before, service)}`,
    `        after   ${outcomeOf(after)}${sentence(after, service)}`,
    ...findings.map((finding) => `        left    ${finding}`),
    ...(values.keep ? [`        in      ${folder}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function sentence(run, service) {
  const defects = defectsOf(run, service);
  return defects.length > 0 ? `: ${defects.join('; ')}` : '';
}
