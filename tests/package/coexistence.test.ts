/** Configurations of other people's, before and after ours, change nothing of what is found. */
import js from '@eslint/js';
import * as typescriptParser from '@typescript-eslint/parser';
import type { Linter, Rule } from 'eslint';
import { describe, expect, test } from 'vitest';
import { typescriptParser as ours } from '../../src/adapter/typescript-parser.js';
import plugin from '../../src/index.js';
import { projectOf } from './built.js';
import { findingsWith } from './eslint-run.js';
import { orders, ordersFindings, unstoppable } from './services.js';

const { recommended } = plugin.configs;
const names: readonly string[] = Object.keys(plugin.rules);

const everything: Linter.Config = js.configs.all;
const ofTypeScript: Linter.Config = { files: ['**/*.ts'], languageOptions: { parser: typescriptParser } };

async function ourFindings(config: readonly Linter.Config[], files = orders): Promise<readonly string[]> {
  const found = await findingsWith(projectOf(files), config);
  return found.filter((note) => names.includes(note.split(' ')[1] ?? '') || /error/iu.test(note));
}

describe('every rule of ESLint', () => {
  test('first', async () => {
    expect(await ourFindings([everything, ...recommended])).toEqual(ordersFindings);
  });

  test('last', async () => {
    expect(await ourFindings([...recommended, everything])).toEqual(ordersFindings);
  });
});

describe('a parser for TypeScript', () => {
  const files = { 'package.json': '{ "name": "a" }', 'server.ts': `${unstoppable}export const port: number = 3000;\n` };

  test.each([
    ['none', [...recommended]],
    ['first', [ofTypeScript, ...recommended]],
    ['last', [...recommended, ofTypeScript]],
  ])('%s', async (_, config) => {
    expect(await ourFindings(config, files)).toEqual(['server.ts:2 require-sigterm-listener']);
  });

  test('options of the user reach the parser that we bring', async () => {
    const seen: unknown[] = [];
    const options: Rule.RuleModule = {
      create: ({ languageOptions }) => ({
        Program: () => {
          seen.push(languageOptions['parserOptions']);
        },
      }),
    };
    const look: Linter.Config = {
      files: ['**/*.ts'],
      plugins: { look: { rules: { options } } },
      rules: { 'look/options': 'error' },
    };
    await ourFindings([{ languageOptions: { parserOptions: { jsDocParsingMode: 'none' } } }, ...recommended, look], files);
    expect(seen).toEqual([expect.objectContaining({ jsDocParsingMode: 'none' })]);
  });
});

test('a parser of the user that stands after ours is the one that is used', async () => {
  const used: string[] = [];
  const own: Linter.Parser = {
    meta: { name: 'own', version: '1.0.0' },
    parseForESLint: (text: string, options?: object) => {
      used.push(text);
      return { ...ours.parseForESLint(text, options), services: {} };
    },
  };
  const found = await ourFindings([...recommended, { files: ['**/*.js'], languageOptions: { parser: own } }]);
  expect(found).toEqual(ordersFindings);
  expect(used).toHaveLength(3);
});

test('severities and single rules are for the user to change', async () => {
  const folder = projectOf(orders);
  const off: Linter.Config = { rules: { 'graceful-shutdown/valid-signal': 'off', 'graceful-shutdown/no-uncleared-timer': 'off' } };
  const found = await findingsWith(folder, [...recommended, off]);
  expect(found).toEqual(ordersFindings.filter((note) => !/valid-signal|no-uncleared-timer/u.test(note)));
});

test('the plugin may be named once more', async () => {
  const again: Linter.Config = { plugins: { 'graceful-shutdown': plugin }, rules: { 'graceful-shutdown/require-shutdown-log': 'off' } };
  const found = await ourFindings([...recommended, again]);
  expect(found).toEqual(ordersFindings);
});

describe('a processor', () => {
  const fence = /```js\n([\s\S]*?)```/gu;
  const blocks: Linter.Processor = {
    meta: { name: 'blocks', version: '1.0.0' },
    preprocess: (text) => [...text.matchAll(fence)].map(([, block = ''], index) => ({ text: block, filename: `${String(index)}.js` })),
    postprocess: (messages) => messages.flat(),
  };
  const markdown: Linter.Config[] = [{ files: ['**/*.md'], plugins: { blocks: { processors: { blocks } } }, processor: 'blocks/blocks' }];

  test('code in a text is no service, and the services beside it are', async () => {
    const files = { ...orders, 'README.md': `# Server\n\n\`\`\`js\n${unstoppable}\`\`\`\n` };
    expect(await ourFindings([...markdown, ...recommended], files)).toEqual(ordersFindings);
    expect(await ourFindings([...recommended, ...markdown], files)).toEqual(ordersFindings);
  });

  test('one that hands on the file as it is changes nothing', async () => {
    const meta = { name: 'whole', version: '1.0.0' };
    const whole: Linter.Processor = { meta, preprocess: (text) => [text], postprocess: (messages) => messages.flat() };
    expect(await ourFindings([...recommended, { files: ['**/*.js'], processor: whole }])).toEqual(ordersFindings);
  });
});
