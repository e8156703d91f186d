/** The configuration for manifests beside what users have: rules for every file, and other readers of YAML. */
import js from '@eslint/js';
import { SourceCode, type AST, type ESLint, type Linter, type Rule } from 'eslint';
import { describe, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { deployment, SERVICE, shop, WAITING } from '../rules/cluster.js';
import { projectOf } from './built.js';
import { findingsWith } from './eslint-run.js';

const folder = projectOf({
  '.git/HEAD': 'x',
  ...shop(deployment({ pod: 'terminationGracePeriodSeconds: 10' }) + SERVICE, WAITING),
  Dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nCMD node src/main.js\n',
});
const FOUND = [
  'Dockerfile:4 no-signal-swallowing-command',
  'k8s/orders.yaml:15 require-grace-period-budget',
  'k8s/orders.yaml:17 require-readiness-probe',
];

/** Findings in manifests, whoever has them. */
async function inManifests(config: readonly Linter.Config[]): Promise<readonly string[]> {
  const found = await findingsWith(folder, config);
  return found.filter((note) => !note.startsWith('src/')).sort();
}

const { manifests } = plugin.configs;

test('alone', async () => {
  expect(await inManifests(manifests)).toEqual(FOUND);
});

describe('every rule of ESLint, for no files in particular', () => {
  test('first', async () => {
    expect(await inManifests([js.configs.all, ...manifests])).toEqual(FOUND);
  });

  test('last', async () => {
    expect(await inManifests([...manifests, js.configs.all])).toEqual(FOUND);
  });
});

/** A tree without contents, as of a parser that knows another language. */
function treeOf(text: string): AST.Program {
  const lines = text.split('\n');
  const end = { line: lines.length, column: lines.at(-1)?.length ?? 0 };
  const loc = { start: { line: 1, column: 0 }, end };
  return { type: 'Program', sourceType: 'module', body: [], tokens: [], comments: [], range: [0, text.length], loc };
}

const FILES = ['**/*.yaml'];

describe('a parser for YAML of another plugin', () => {
  const parser: Linter.Parser = { meta: { name: 'other', version: '1.0.0' }, parseForESLint: (text) => ({ ast: treeOf(text) }) };
  const other: Linter.Config = { files: FILES, languageOptions: { parser, parserOptions: { version: '1.2' } } };

  test('first', async () => {
    expect(await inManifests([other, ...manifests])).toEqual(FOUND);
  });

  test('last', async () => {
    expect(await inManifests([...manifests, other])).toEqual(FOUND);
  });
});

/** Without scopes, which YAML does not have. */
class OtherText extends SourceCode {
  finalize(): void {
    // Nothing to add.
  }
}

const language = {
  fileType: 'text' as const,
  lineStart: 1 as const,
  columnStart: 0 as const,
  nodeTypeKey: 'type',
  visitorKeys: { Program: [] },
  validateLanguageOptions: () => undefined,
  parse: ({ body }: { readonly body: string | Uint8Array }) => ({ ok: true as const, ast: treeOf(String(body)) }),
  createSourceCode: ({ body }: { readonly body: string | Uint8Array }) =>
    new OtherText({ text: String(body), ast: treeOf(String(body)), visitorKeys: { Program: [] } }),
};

describe('a language for YAML of another plugin', () => {
  const bringing: ESLint.Plugin = { languages: { yaml: language } };
  const plugins = { other: bringing };
  const other: Linter.Config = { files: FILES, plugins, language: 'other/yaml' };

  test('first', async () => {
    expect(await inManifests([other, ...manifests])).toEqual(FOUND);
  });

  test('last', async () => {
    expect(await inManifests([...manifests, other])).toEqual(FOUND);
  });
});

describe('rules that know one language only', () => {
  const refusing: Rule.RuleModule = {
    meta: { languages: ['json/json'] },
    create: (context) => ({
      Program: (node) => {
        context.report({ node, message: 'seen' });
      },
    }),
  };
  const bringing: ESLint.Plugin = { languages: { json: language }, rules: { 'no-empty-keys': refusing } };
  const rules = { 'json/no-empty-keys': 'error' as const };
  const other: Linter.Config = { files: ['**/*.json'], plugins: { json: bringing }, language: 'json/json', rules };

  test('first', async () => {
    expect(await inManifests([other, ...manifests])).toEqual(FOUND);
  });

  test('last', async () => {
    expect(await inManifests([...manifests, other])).toEqual([...FOUND, 'package.json:1 json/no-empty-keys'].sort());
  });
});
