/** The page that shows what the runs gave. */
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

const PAGE = path.join(import.meta.dirname, '..', '..', 'docs', 'corpus.md');
const COLUMNS = ['package', 'files', 'refused', 'findings', 'crashes', 'seconds', 'CPU', 'MB', 'memory'];

export function writePage(packages) {
  const rows = packages.map(rowOf);
  const table = [COLUMNS, COLUMNS.map((_, index) => (index === 0 ? '---' : '---:')), ...rows, totalOf(packages)];
  const lines = table.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const ratios = packages.filter(({ bare }) => bare.cpu > 0).map(({ bare, outcomes: [first] }) => first.cpu / bare.cpu);
  const text = TEXT.replace('MACHINE', machine())
    .replace('PACKAGES', String(packages.length))
    .replace('MEDIAN', median(ratios).toFixed(2))
    .replace('TABLE', lines);
  writeFileSync(PAGE, text);
}

function rowOf({ name, version, bare, outcomes }) {
  const [usual] = outcomes;
  return [
    `${name} ${version}`,
    usual.files,
    usual.refused,
    sum(outcomes, ({ findings }) => findings.length),
    sum(outcomes, ({ failures }) => failures.length),
    usual.seconds.toFixed(1),
    (usual.cpu / bare.cpu).toFixed(2),
    usual.memory.toFixed(0),
    (usual.memory / bare.memory).toFixed(2),
  ];
}

function totalOf(packages) {
  const usual = packages.map(({ outcomes: [first] }) => first);
  const bare = packages.map((one) => one.bare);
  const all = packages.flatMap(({ outcomes }) => outcomes);
  return [
    'all',
    sum(usual, ({ files }) => files),
    sum(usual, ({ refused }) => refused),
    sum(all, ({ findings }) => findings.length),
    sum(all, ({ failures }) => failures.length),
    sum(usual, ({ seconds }) => seconds).toFixed(1),
    (sum(usual, ({ cpu }) => cpu) / sum(bare, ({ cpu }) => cpu)).toFixed(2),
    Math.max(...usual.map(({ memory }) => memory)).toFixed(0),
    (Math.max(...usual.map(({ memory }) => memory)) / Math.max(...bare.map(({ memory }) => memory))).toFixed(2),
  ];
}

function sum(list, numberOf) {
  return list.reduce((total, one) => total + numberOf(one), 0);
}

function median(list) {
  return list.toSorted((one, other) => one - other)[Math.floor(list.length / 2)] ?? NaN;
}

function machine() {
  const gigabytes = Math.round(os.totalmem() / 2 ** 30);
  const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'));
  const date = new Date().toISOString().slice(0, 10);
  return `${date} with version ${version} on ${os.cpus().length} cores, ${gigabytes} GB, Node.js ${process.versions.node}`;
}

const TEXT = `# Code that is no service

A linter that fails on somebody's file, or that reports a defect in a file that starts nothing, is turned off. So every rule runs over
published packages that are no services: parsers and what is made to try them, frameworks, drivers, tools and libraries, in JavaScript and TypeScript of many
years. This page is written by \`npm run test:corpus -- --write\`; the releases stand in \`tests/corpus/any-code.json\`, with their hashes.

Measured on MACHINE: PACKAGES packages, one process for each package and parser.

- *files* that ESLint was given, and of these the ones *refused* by the parser: mistakes on purpose, and syntax that it does not know.
  Their neighbours are linted all the same.
- *findings* of the configuration \`all\`, and *crashes*: lines that tell of an error inside of the plugin, and processes that did not end by
  themselves. Both are summed over three ways to read the files: espree for JavaScript with \`@typescript-eslint/parser\` for TypeScript,
  \`@typescript-eslint/parser\` for both, and the parser of the plugin for both. Any other number than 0 is a failure.
- *seconds* and *MB* (peak) of linting in the first of these ways. *CPU* and *memory* are ratios of the whole process to ESLint without
  any rule on the same files, run right before. The median of the ratios of CPU time is MEDIAN. 1.00 is ESLint alone, and
  small packages show what it takes to load the plugin. Seconds depend on what else the machine does, ratios hardly.

What npm carries of test sets for parsers is here: \`test262-parser-tests\`, and the tests that \`tern\`, \`es6-transpiler\`, \`acorn\` 0.11 and
\`jscodeshift\` ship. Those of Babel and TypeScript are not published there; the sources of \`effect\`, \`rxjs\` and \`zod\`, and
the declarations of \`type-fest\` and \`@types/node\`, stand in for the latter.

TABLE

Programs that nobody wrote are linted too: \`tests/facts/generated.test.ts\` makes them from a grammar, and \`tests/facts/mutations.test.ts\` changes
services. \`FUZZ=10000 npx vitest run tests/facts\` makes more of both.
`;
