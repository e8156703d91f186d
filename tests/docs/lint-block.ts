import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import plugin from '../../src/index.js';
import type { Block } from './pages.js';

/** The versions that the examples are written for; an example that imports anything else is an error of the page. */
const VERSIONS: Readonly<Record<string, string>> = {
  '@nestjs/common': '^11.1.0',
  '@nestjs/core': '^11.1.0',
  '@opentelemetry/sdk-node': '^0.203.0',
  bullmq: '^5.56.0',
  'close-with-grace': '^2.2.0',
  express: '^5.1.0',
  'express-rate-limit': '^8.0.0',
  'express-session': '^1.18.0',
  fastify: '^5.4.0',
  ioredis: '^5.6.0',
  kafkajs: '^2.2.4',
  mongoose: '^8.16.0',
  'node-cron': '^4.2.0',
  pg: '^8.16.0',
  pino: '^9.7.0',
};

const MARK = /(?:\/\/|#) <- reported$/u;
const IS_SCRIPT = /\.[cm]?[jt]s$/u;

export interface Reported {
  /** Without the plugin's name; `syntax` when the example cannot be parsed. */
  readonly rule: string;
  /** `src/db.js:12` */
  readonly place: string;
  readonly message: string;
}

/** Lints an example as a project of its own, with every rule. */
export async function lintBlock(block: Block): Promise<readonly Reported[]> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'example-')));
  try {
    write(folder, block);
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.all });
    const results = await eslint.lintFiles(['.']);
    return results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, ruleId, message }) => ({
        rule: ruleId?.replace('graceful-shutdown/', '') ?? 'syntax',
        place: `${path.relative(folder, filePath)}:${String(line)}`,
        message,
      })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The places whose line ends with the mark. */
export function markedPlaces(block: Block): readonly string[] {
  const lines = [...block.files].flatMap(([file, text]) => {
    return text.split('\n').map((line, index) => ({ line, place: `${file}:${String(index + 1)}` }));
  });
  return lines.filter(({ line }) => MARK.test(line)).map(({ place }) => place);
}

function write(folder: string, { files }: Block): void {
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    // A mark is a comment in code, and may be anything in a manifest.
    writeFileSync(path.join(folder, file), IS_SCRIPT.test(file) ? text : text.replace(/ *(?:\/\/|#) <- reported$/gmu, ''));
  }
  if ([...files.keys()].some((file) => !IS_SCRIPT.test(file))) mkdirSync(path.join(folder, '.git'), { recursive: true });
  if (files.has('package.json')) return;
  const texts = [...files].flatMap(([file, text]) => (IS_SCRIPT.test(file) ? [text] : []));
  const isModule = texts.some((text) => /^(?:import|export) /mu.test(text));
  const main = [...files.keys()].find((file) => IS_SCRIPT.test(file));
  const manifest = { name: 'example', private: true, main, ...(isModule && { type: 'module' }), dependencies: dependenciesOf(texts) };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
}

function dependenciesOf(texts: readonly string[]): Readonly<Record<string, string>> {
  const imports = texts.flatMap((text) => [...text.matchAll(/(?:\bfrom |^import |\brequire\()'([^'.][^']*)'/gmu)]);
  const specifiers = imports.map(([, specifier]) => specifier ?? '');
  const packages = specifiers
    .filter((specifier) => !specifier.startsWith('node:') && !builtinModules.includes(specifier))
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  return Object.fromEntries([...new Set(packages)].map((name) => [name, versionOf(name)]));
}

function versionOf(name: string): string {
  const version = VERSIONS[name];
  if (version === undefined) throw new Error(`no version is given for ${name}`);
  return version;
}
