/** Real runs of the ESLint command with the built plugin. */
import path from 'node:path';
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { installedIn, node, projectOf, repository, type Files, type Outcome } from './built.js';
import { notesOf } from './eslint-run.js';
import { orders, ordersFindings } from './services.js';

const eslint = path.join(repository, 'node_modules/eslint/bin/eslint.js');

async function run(files: Files, ...args: readonly string[]): Promise<Outcome & { readonly notes: readonly string[] }> {
  const folder = installedIn(projectOf(files));
  const outcome = await node(folder, [eslint, '--format', 'json', ...args, 'src']);
  expect(outcome.stderr).toBe('');
  return { ...outcome, notes: notesOf(folder, JSON.parse(outcome.stdout)) };
}

const asModule = `import gracefulShutdown from 'eslint-plugin-graceful-shutdown';
export default [...gracefulShutdown.configs.recommended];
`;
const asCommonJs = `const gracefulShutdown = require('eslint-plugin-graceful-shutdown');
module.exports = [...gracefulShutdown.configs.recommended];
`;
const transpiled = `const __importDefault = (module) => (module && module.__esModule ? module : { default: module });
const gracefulShutdown = __importDefault(require('eslint-plugin-graceful-shutdown'));
module.exports = [...gracefulShutdown.default.configs.recommended];
`;

test.each([
  ['eslint.config.mjs', asModule],
  ['eslint.config.cjs', asCommonJs],
  ['eslint.config.cjs', transpiled],
])('%s', async (name, config) => {
  const { code, notes } = await run({ ...orders, [name]: config });
  expect(notes).toEqual(ordersFindings);
  expect(code).toBe(1);
});

test('a cache can be kept, and finds the same again', async () => {
  const folder = installedIn(projectOf({ ...orders, 'eslint.config.mjs': asModule }));
  const args = [eslint, '--format', 'json', '--cache', 'src'];
  const first = await node(folder, args);
  const second = await node(folder, args);
  expect(notesOf(folder, JSON.parse(first.stdout))).toEqual(ordersFindings);
  expect(notesOf(folder, JSON.parse(second.stdout))).toEqual(ordersFindings);
});

test('the configuration can be printed', async () => {
  const folder = installedIn(projectOf({ ...orders, 'eslint.config.mjs': asModule }));
  const { code, stdout } = await node(folder, [eslint, '--print-config', 'src/server.ts']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    languageOptions: { parser: '@typescript-eslint/parser@8' },
    plugins: ['@', `graceful-shutdown:${plugin.meta.name}@${plugin.meta.version}`],
  });
});

test('--stdin reads the text that an editor has', async () => {
  const folder = installedIn(projectOf({ ...orders, 'eslint.config.mjs': asModule }));
  const args = [eslint, '--stdin', '--stdin-filename', 'src/worker.js', '--format', 'json'];
  const program = `require('node:child_process').spawn(process.execPath, ${JSON.stringify(args)}, { stdio: ['pipe', 'inherit', 'inherit'] })
    .stdin.end(require('node:fs').readFileSync('src/worker.js', 'utf8').replace('SIGTERN', 'SIGTERM'));`;
  const { stdout } = await node(folder, ['-e', program]);
  expect(notesOf(folder, JSON.parse(stdout))).toEqual(['src/worker.js:5 require-shutdown-deadline']);
});
