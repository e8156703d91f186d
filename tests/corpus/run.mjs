/**
 * Lints published packages that are no services, each in a process of its own, with each parser:
 * `npm run test:corpus -- [--only NAME,NAME] [--parsers usual,typescript-eslint,own] [--write]`.
 * Nothing may fail or be found. `--write` puts the table into docs/corpus.md; outcomes of an earlier run are kept with `--keep FILE`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { lintAnyCode, PARSERS } from './any-code.mjs';
import { writePage } from './page.mjs';
import { fetchAll, unpacked } from './tarballs.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    parsers: { type: 'string', default: PARSERS.join(',') },
    keep: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const releases = JSON.parse(readFileSync(path.join(import.meta.dirname, 'any-code.json'), 'utf8'));
const wanted = releases.filter(({ name }) => values.only === '' || values.only.split(',').includes(name));
const parsers = values.parsers.split(',');
const unreachable = await fetchAll(wanted);
if (unreachable !== undefined) throw new Error(unreachable);

const kept = values.keep && existsSync(values.keep) ? JSON.parse(readFileSync(values.keep, 'utf8')) : {};
const packages = [];
for (const release of wanted) {
  const specifier = `${release.name}@${release.version}`;
  kept[specifier] ??= await unpacked(release, outcomesIn);
  packages.push({ ...release, ...kept[specifier] });
  process.stdout.write(reportOf(packages.at(-1)));
  if (values.keep) writeFileSync(values.keep, JSON.stringify(kept));
}
const faulty = packages.filter(({ outcomes }) => outcomes.some(isFaulty));
if (values.write) writePage(packages);
process.stdout.write(`${packages.length - faulty.length} passed, ${faulty.length} failed\n`);
process.exitCode = faulty.length === 0 ? 0 : 1;

/** The run without rules comes right before the first with them, so that a busy machine slows both down. */
async function outcomesIn(folder) {
  const bare = await lintAnyCode(folder, 'usual', 'parse');
  const outcomes = [];
  for (const parser of parsers) outcomes.push({ parser, ...(await lintAnyCode(folder, parser)) });
  return { bare, outcomes };
}

function isFaulty({ files, failures, findings }) {
  return files === 0 || failures.length > 0 || findings.length > 0;
}

function reportOf({ name, version, outcomes }) {
  const lines = outcomes.flatMap(({ parser, files, refused, findings, failures, seconds, memory }) => [
    `    ${parser}: ${files} files, ${refused} refused, ${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB`,
    ...[...findings, ...failures].map((line) => `        ${line}`),
  ]);
  return `${outcomes.some(isFaulty) ? 'FAIL' : 'ok  '} ${name}@${version}\n${lines.join('\n')}\n`;
}
