/** The configuration for manifests beside the plugins that others read YAML and JSON with: before them and after them. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ESLint, Linter } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import { entryUrl, projectOf } from '../package/built.js';
import { notesOf } from '../package/eslint-run.js';
import { toolsOf } from '../package/tools.js';
import { deployment, READINESS, shop, WAITING } from '../rules/cluster.js';

const FILES = {
  '.git/HEAD': 'x',
  ...shop(deployment({ pod: 'terminationGracePeriodSeconds: 10\nnodeSelector:', container: READINESS }), WAITING),
  Dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nCMD node src/main.js\n',
  'ecosystem.config.json': '{ "apps": [{ "name": "orders", "script": "src/main.js", "wait_ready": true }], "": 1 }\n',
};
const OURS = [
  'Dockerfile:4 no-signal-swallowing-command',
  'ecosystem.config.json:1 no-unhandled-stop-signal',
  'ecosystem.config.json:1 require-ready-message',
  'k8s/orders.yaml:15 require-grace-period-budget',
];

type Configs = Readonly<Record<string, Linter.Config | Linter.Config[]>>;

interface Peer {
  readonly default: { readonly configs: Configs };
}

interface Runner {
  readonly ESLint: typeof ESLint;
}

/** What a package of the tools exports, as a configuration file gets it. */
async function imported<Module>(tools: string, name: string): Promise<Module> {
  const resolved = createRequire(path.join(tools, 'package.json')).resolve(name);
  return await import(/* @vite-ignore */ pathToFileURL(resolved).href);
}

/** Where the others stand: `then` is what they find when they come last, and so have their own language. */
const PEERS = [
  { eslint: 'eslint-9', name: 'eslint-plugin-yml', config: 'flat/recommended', last: [] },
  { eslint: 'eslint-9', name: '@eslint/json', config: 'recommended', last: ['ecosystem.config.json:1 json/no-empty-keys'] },
  { eslint: 'eslint-10', name: 'eslint-plugin-yml', config: 'flat/recommended', last: ['k8s/orders.yaml:16 yml/no-empty-mapping-value'] },
  { eslint: 'eslint-10', name: '@eslint/json', config: 'recommended', last: ['ecosystem.config.json:1 json/no-empty-keys'] },
  { eslint: 'eslint-10', name: 'eslint-plugin-jsonc', config: 'flat/recommended-with-json', last: [] },
  { eslint: 'eslint-10', name: 'eslint-plugin-package-json', config: 'recommended', last: [] },
] as const;

describe.each(PEERS)('$name under $eslint', ({ eslint, name, config, last }) => {
  const folder = projectOf(FILES);
  let theirs: readonly Linter.Config[] = [];
  let ours: readonly Linter.Config[] = [];
  let runner: Runner;

  beforeAll(async () => {
    const tools = await toolsOf(`peers/${eslint}`);
    runner = await imported<Runner>(tools, 'eslint');
    const { default: peer } = await imported<Peer>(tools, name);
    const { default: plugin }: Peer = await import(/* @vite-ignore */ entryUrl);
    theirs = [peer.configs[config] ?? []].flat().map((one) => withFiles(name, one));
    ours = [plugin.configs['manifests'] ?? []].flat();
  });

  async function found(configs: readonly Linter.Config[]): Promise<readonly string[]> {
    const linter = new runner.ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [...configs] });
    return notesOf(folder, await linter.lintFiles(['k8s', 'Dockerfile', '*.json'])).toSorted();
  }

  test('before it', async () => {
    expect(await found([...ours, ...theirs])).toEqual([...OURS, ...last].sort());
  });

  test('after it', async () => {
    expect(await found([...theirs, ...ours])).toEqual(OURS);
  });
});

/** @eslint/json leaves it to the user which files it reads, and how. */
function withFiles(name: string, config: Linter.Config): Linter.Config {
  return name === '@eslint/json' ? { ...config, files: ['**/*.json'], language: 'json/json' } : config;
}
