/** Files that are made to take a parser's time or memory: each is bounded, and silence is an answer. */
import { beforeAll, expect, test } from 'vitest';
import { ESLint } from 'eslint';
import process from 'node:process';
import plugin from '../../src/index.js';
import { readCompose } from '../../src/manifests/compose.js';
import { readDockerfile } from '../../src/manifests/docker/dockerfile.js';
import { readEcs } from '../../src/manifests/ecs.js';
import { readKubernetes } from '../../src/manifests/kubernetes/read.js';
import { readPm2Module } from '../../src/manifests/pm2-module.js';
import { readPm2 } from '../../src/manifests/pm2.js';
import { readProcfile } from '../../src/manifests/procfile.js';
import { readSkaffold } from '../../src/manifests/skaffold.js';
import { readUnit } from '../../src/manifests/unit.js';
import { errorsIn, readYaml } from '../../src/manifests/yaml/read.js';
import { projectOf, type Files } from '../package/built.js';
import { deployment, SERVICE } from '../rules/cluster.js';

const laughs = ['a0: &a0 lol', ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`)].join('\n');
const merges = ['b0: &b0 { x: 1 }', ...Array.from({ length: 60 }, (_, i) => `b${i + 1}: &b${i + 1} { <<: [*b${i}, *b${i}] }`)].join('\n');
const lines = (count: number): string => Array.from({ length: count }, (_, i) => `key${i}: value ${i}`).join('\n');

const HOSTILE: Readonly<Record<string, string>> = {
  'aliases that multiply': `kind: Deployment\n${laughs}\nspec: *a9\n`,
  'merges that multiply': `kind: Deployment\n${merges}\nspec: *b60\n`,
  'a long text that is named often': `kind: Pod\na: &a "${'x'.repeat(50_000)}"\nb: [${'*a,'.repeat(20_000)}]\n`,
  'nested brackets': `kind: Pod\na: ${'['.repeat(20_000)}\n`,
  'nested braces': `${'{"a":'.repeat(20_000)}\n`,
  'nested lines': Array.from({ length: 1200 }, (_, i) => `${' '.repeat(i)}kind:`).join('\n'),
  'an alias of itself': 'kind: Deployment\nspec: &s\n  template: *s\n  <<: *s\n',
  'templates that never close': `kind: Pod\n${'{{ '.repeat(300_000)}`,
  'templates within templates': `kind: Pod\n${'a: {{ "{{ }}" }}\n'.repeat(20_000)}`,
  'blocks of Jinja': `kind: Pod\n${'{% if a %}\nb: {{ c }}\n{% endif %}\n'.repeat(20_000)}`,
  'many documents': 'kind: Pod\n---\n'.repeat(20_000),
  'one long line': `kind: Pod # ${'x '.repeat(400_000)}`,
  'quotes that never close': `kind: "Pod${'\\"'.repeat(100_000)}`,
  'mistakes all over': `[Service]\nkind: Pod\n${'- ? ! & * | > % @ `\n'.repeat(10_000)}`,
  'tabs and marks': '\t\u0000\u0007: - ? ! & * | > % @ `\n'.repeat(10_000),
};

/** Time of this process, whatever else the machine does; the slowest was measured at 0.4 s. Microseconds. */
const MOST_TIME = 1_000_000;
const MOST_MEMORY = 200_000_000;

beforeAll(() => {
  // Parsers are loaded with the first manifest.
  for (const read of [readKubernetes, readPm2Module, readDockerfile]) read('kind: Pod\nservices:\napps\nFROM a\n');
});

test.each(Object.entries(HOSTILE))('%s', (_, text) => {
  expect(bounded(() => readKubernetes(text)).workloads.length).toBeLessThanOrEqual(2000);
  bounded(() =>
    readYaml(text).map((root) => root.at('spec', 'template', 'spec', 'containers')?.items.map((item) => item.get('name')?.text)),
  );
});

function bounded<Result>(work: () => Result): Result {
  const before = process.memoryUsage().heapUsed;
  const started = process.cpuUsage();
  const result = work();
  expect(process.cpuUsage(started).user).toBeLessThan(MOST_TIME);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(MOST_MEMORY);
  return result;
}

const READERS = { readCompose, readDockerfile, readEcs, readPm2, readPm2Module, readProcfile, readSkaffold, readUnit };
/** What makes each reader look closer. */
const HEADS = 'services: *a9\napps: *a9\ncontainerDefinitions: *a9\nkind: Config\nbuild: { artifacts: *a9 }\n';

test.each(Object.entries(READERS))('%s takes all of them too', (_, reader) => {
  for (const text of Object.values(HOSTILE).flatMap((one) => [one, `${one}\n${HEADS}`, `[Service]\n${one}`])) {
    bounded(() => reader(text));
  }
});

async function findings(files: Files): Promise<readonly string[]> {
  const folder = projectOf(files);
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.manifests });
  const results = await eslint.lintFiles(['.']);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId ?? 'fatal'} ${message}`));
}

test('what has mistakes is read as long as it is a manifest', () => {
  const some = `kind: Pod\nspec:\n  a: [\n${'  b: }\n'.repeat(20)}`;
  expect(errorsIn(some)).toBeGreaterThan(10);
  expect(errorsIn(some)).toBeLessThan(500);
  expect(errorsIn(some.repeat(100))).toBe(Infinity);
});

test('ESLint takes them all, and finds what stands beside them', async () => {
  const hostile = Object.entries(HOSTILE).map(([, text], index) => [`k8s/${String(index)}.yaml`, text] as const);
  const files = {
    ...Object.fromEntries(hostile),
    '.git/HEAD': 'x',
    'k8s/long.yaml': `${lines(400_000)}\n`,
    'k8s/orders.yaml': deployment({ pod: 'terminationGracePeriodSeconds: 0' }) + SERVICE,
    Dockerfile: '\u0000\u0001\u0002FROM',
    'a/Dockerfile': `FROM node\nRUN <<EOF\n${'x\n'.repeat(200_000)}`,
    'b/Dockerfile': `FROM ${'$'.repeat(100_000)}{A\n`,
    'run.sh': '#!/bin/sh\n'.repeat(100_000),
    'a.service': '[Service]\n'.repeat(50_000),
    Procfile: 'web: '.repeat(100_000),
    'ecosystem.config.json': `{"apps":${'['.repeat(50_000)}`,
    'package.json': '{ "name": "a" }',
  };
  const found = await findings(files);
  expect(found.filter((note) => !note.includes('require-grace-period-budget'))).toEqual([]);
  expect(found).toHaveLength(1);
});
