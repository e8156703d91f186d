/** Most texts are only asked whether they matter. An edit is of consequence when something that was asked has another answer. */
import path from 'node:path';
import { ESLint } from 'eslint';
import { beforeEach, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { serviceOf } from '../../src/project/analysis.js';
import { Workspace } from '../../src/project/workspace.js';
import { settingsOf } from '../../src/adapter/settings.js';
import { projectOf } from '../package/built.js';
import { unstoppable } from '../package/services.js';

const PRICES = 'export const price = (net) => net * 1.2;\n';
const SENDER = "export const tell = (message) => process.send?.(message);\nexport const ready = () => tell('ready');\n";
const IMPORTING = "import { price } from './prices.js';\nexport const total = (items) => items.map(price);\n";

let folder = '';
beforeEach(() => {
  folder = projectOf({
    '.git/HEAD': 'x',
    'package.json': '{ "name": "a", "type": "module", "scripts": { "start": "node server.js" } }',
    'server.js': `import { total } from './total.js';\nimport { ready } from './sender.js';\n${unstoppable}`,
    'total.js': IMPORTING,
    'prices.js': PRICES,
    'sender.js': SENDER,
    'ecosystem.config.cjs': "module.exports = { apps: [{ script: 'server.js', wait_ready: true }] };\n",
  });
});

/** Lints each text as an editor has it, and tells of each whether the program was another one then. */
async function edited(name: string, texts: readonly string[]): Promise<readonly boolean[]> {
  const settings = settingsOf({});
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.recommended });
  const workspace = Workspace.of(path.join(folder, 'server.js'));
  const outcomes: boolean[] = [];
  for (const text of texts) {
    const before = serviceOf(workspace, settings);
    await eslint.lintText(text, { filePath: path.join(folder, name) });
    outcomes.push(serviceOf(workspace, settings) !== before);
  }
  return outcomes;
}

test('an edit that is about something else', async () => {
  expect(await edited('prices.js', [`// Net.\n${PRICES}`, PRICES.replace('1.2', '1.19'), `${PRICES}const unused = 1;\n`])).toEqual([
    false,
    false,
    false,
  ]);
  expect(await edited('total.js', [`${IMPORTING}export const none = [];\n`])).toEqual([false]);
});

test('an edit that names something of the life cycle, and one that takes it away', async () => {
  const ends = `${PRICES}export const end = () => process.exit(1);\n`;
  expect(await edited('prices.js', [ends, ends.replace('exit(1)', 'exit(2)'), PRICES, PRICES.replace('1.2', '1.19')])).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('an edit of what a file imports', async () => {
  expect(await edited('total.js', [IMPORTING.replace('prices', 'sender'), IMPORTING])).toEqual([true, true]);
});

test('an edit of a file that is read whole', async () => {
  expect(await edited('server.js', [unstoppable, `// Orders.\n${unstoppable}`])).toEqual([true, true]);
});

test('a message that no program knows of, which is looked for in all texts', async () => {
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.all });
  const manifest = async (): Promise<readonly (string | null)[]> => {
    const results = await eslint.lintFiles(['ecosystem.config.cjs']);
    return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  };
  const rule = 'graceful-shutdown/require-ready-message';
  expect(await manifest()).not.toContain(rule);
  await eslint.lintText('export const tell = () => {};\n', { filePath: path.join(folder, 'sender.js') });
  expect(await manifest()).toContain(rule);
  await eslint.lintText(SENDER, { filePath: path.join(folder, 'sender.js') });
  expect(await manifest()).not.toContain(rule);
});
