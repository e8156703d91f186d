/** ESLint's `--cache`: what depends on another file is linted again when that one changes, and else not. */
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { deployment, READINESS, SERVICE, shop, WAITING } from '../rules/cluster.js';
import { entryUrl, installedIn, node, projectOf, repository, write } from './built.js';

/** Notes in a file which files are linted: the cache answers for all others. */
const CONFIG = `
import { appendFileSync } from 'node:fs';
import gracefulShutdown from '${entryUrl}';

const note = (context) => {
  appendFileSync('linted.txt', context.filename.slice(context.cwd.length + 1) + '\\n');
  return {};
};

export default [
  { ignores: ['node_modules', 'eslint.config.js', 'linted.txt', 'package.json'] },
  ...gracefulShutdown.configs.recommended,
  ...gracefulShutdown.configs.manifests,
  {
    files: ['**/*.js', '**/*.yaml', '**/Dockerfile'],
    plugins: { local: { rules: { note: { create: note } } } },
    rules: { 'local/note': 'error' },
    settings: { 'graceful-shutdown': { deadlineSeconds: 10 } },
  },
];
`;
const MANIFEST = deployment({ container: READINESS, pod: 'terminationGracePeriodSeconds: 60' }) + SERVICE;
const eslint = path.join(repository, 'node_modules/eslint/bin/eslint.js');

interface Outcome {
  readonly linted: readonly string[];
  readonly found: readonly string[];
}

async function run(folder: string, args: readonly string[]): Promise<Outcome> {
  const { stdout, stderr } = await node(folder, [eslint, '.', '--cache', '--format', 'json', ...args]);
  const results = parsed(stdout, stderr);
  const notes = path.join(folder, 'linted.txt');
  write(folder, { 'linted.txt': readIfThere(notes) });
  const linted = readFileSync(notes, 'utf8').split('\n').filter(Boolean).sort();
  rmSync(notes);
  return { linted, found: results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)) };
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

interface Result {
  readonly messages: readonly { readonly ruleId: string }[];
}

function parsed(stdout: string, stderr: string): readonly Result[] {
  const results: unknown = JSON.parse(stdout === '' ? '{}' : stdout);
  if (!Array.isArray(results)) throw new Error(stderr);
  return results;
}

const ALL = ['Dockerfile', 'k8s/orders.yaml', 'src/main.js'];
const STRATEGIES = [[[]], [['--concurrency', '2']], [['--cache-strategy', 'content']]];
const SHORT = 'graceful-shutdown/require-grace-period-budget';

function shopFolder(): string {
  return projectOf({ '.git/HEAD': 'x', 'eslint.config.js': CONFIG, ...shop(MANIFEST, WAITING) });
}

function edit(folder: string, name: string, change: (text: string) => string): void {
  write(folder, { [name]: change(readFileSync(path.join(folder, name), 'utf8')) });
}

test.each(STRATEGIES)(
  'what another file changes is linted again, and nothing else: %j',
  async (args) => {
    const folder = installedIn(shopFolder());
    expect(await run(folder, args)).toEqual({ linted: ALL, found: [] });
    expect(await run(folder, args)).toEqual({ linted: [], found: [] });

    // The defect is in the file that changes.
    write(folder, { 'k8s/orders.yaml': MANIFEST.replace('60', '10') });
    expect(await run(folder, args)).toEqual({ linted: ['k8s/orders.yaml'], found: [SHORT] });
    expect(await run(folder, args)).toEqual({ linted: [], found: [SHORT] });

    // Other code, and the finding in the manifest is gone.
    edit(folder, 'src/main.js', (text) => text.replace('15_000', '6_000'));
    expect(await run(folder, args)).toEqual({ linted: ALL, found: [] });
    expect(await run(folder, args)).toEqual({ linted: [], found: [] });

    // Edits that say nothing of the life cycle.
    edit(folder, 'src/main.js', (text) => `// Orders.\n${text}`);
    expect(await run(folder, args)).toEqual({ linted: ['src/main.js'], found: [] });
    write(folder, { 'src/prices.js': 'export const price = (net) => net * 1.2;\n' });
    expect(await run(folder, args)).toEqual({ linted: ['src/prices.js'], found: [] });
    edit(folder, 'k8s/orders.yaml', (text) => `# Orders.\n${text}`);
    expect(await run(folder, args)).toEqual({ linted: ['k8s/orders.yaml'], found: [] });

    // Back to a text that ESLint has seen before, when the manifest had another answer.
    edit(folder, 'src/main.js', (text) => text.replace('// Orders.\n', '').replace('6_000', '15_000'));
    expect(await run(folder, args)).toEqual({ linted: [...ALL, 'src/prices.js'], found: [SHORT] });
    expect(await run(folder, args)).toEqual({ linted: [], found: [SHORT] });
  },
  120_000,
);

test('without a folder of its own to keep answers in, a project is linted again after any change', async () => {
  const folder = shopFolder();
  const elsewhere = installedIn(projectOf({}));
  symlinkSync(path.join(elsewhere, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  expect(await run(folder, [])).toEqual({ linted: ALL, found: [] });
  expect(await run(folder, [])).toEqual({ linted: [], found: [] });
  edit(folder, 'src/main.js', (text) => `// Orders.\n${text}`);
  expect(await run(folder, [])).toEqual({ linted: ALL, found: [] });
  expect(existsSync(path.join(elsewhere, 'node_modules/.cache'))).toBe(false);
});

/** The answers that are kept for a folder. */
function keptIn(folder: string): string {
  const cache = path.join(folder, 'node_modules/.cache/eslint-plugin-graceful-shutdown');
  const [name, ...others] = readdirSync(cache);
  if (name === undefined || others.length > 0) throw new Error(`Not one file: ${[name, ...others].join()}`);
  return path.join(cache, name);
}

const DAMAGES: Readonly<Record<string, (text: string) => string>> = {
  empty: () => '',
  torn: (text) => text.slice(0, text.length / 2),
  foreign: () => '{"answers":[]}',
  'of another build': (text) => text.replace(/^./u, (first) => (first === 'a' ? 'b' : 'a')),
  changed: (text) => text.replaceAll(SHORT.split('/')[1] ?? '', 'no-such-rule'),
};

test.each(Object.keys(DAMAGES))('kept answers that are %s are passed over', async (damage) => {
  const folder = installedIn(shopFolder());
  write(folder, { 'k8s/orders.yaml': MANIFEST.replace('60', '10') });
  expect((await run(folder, [])).found).toEqual([SHORT]);
  const kept = keptIn(folder);
  const text = readFileSync(kept, 'utf8');
  writeFileSync(kept, DAMAGES[damage]?.(text) ?? '');
  expect((await run(folder, [])).found).toEqual([SHORT]);
  rmSync(path.join(folder, '.eslintcache'));
  expect(await run(folder, [])).toEqual({ linted: ALL, found: [SHORT] });
});

test('processes that run at once leave one whole file, and all say the same', async () => {
  const folder = installedIn(shopFolder());
  write(folder, { 'k8s/orders.yaml': MANIFEST.replace('60', '10') });
  const lint = async (): Promise<readonly string[]> => {
    const { stdout, stderr } = await node(folder, [eslint, '.', '--format', 'json']);
    return parsed(stdout, stderr).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  };
  for (const round of [1, 2]) {
    edit(folder, 'src/main.js', (text) => `// ${String(round)}\n${text}`);
    expect(await Promise.all([lint(), lint(), lint()])).toEqual([[SHORT], [SHORT], [SHORT]]);
    const before = readFileSync(keptIn(folder), 'utf8');
    expect(await lint()).toEqual([SHORT]);
    expect(readFileSync(keptIn(folder), 'utf8')).toBe(before);
  }
}, 60_000);

test('kept answers are of use after an edit that changes nothing which was asked of the text', async () => {
  const folder = installedIn(shopFolder());
  const prices = 'export const price = (net) => net * 1.2;\n';
  write(folder, { 'src/prices.js': prices });
  const rules = async (): Promise<readonly string[]> => {
    const { stdout, stderr } = await node(folder, [eslint, '.', '--format', 'json']);
    return parsed(stdout, stderr).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  };
  expect(await rules()).toEqual([]);
  const before = readFileSync(keptIn(folder), 'utf8');
  for (const text of [`// Net.\n${prices}`, prices.replace('1.2', '1.19'), `${prices}export const none = [];\n`]) {
    write(folder, { 'src/prices.js': text });
    expect(await rules()).toEqual([]);
    expect(readFileSync(keptIn(folder), 'utf8')).toBe(before);
  }
  write(folder, { 'src/prices.js': `${prices}process.on('SIGKILL', () => {});\n` });
  expect(await rules()).toEqual(['graceful-shutdown/valid-signal']);
  expect(readFileSync(keptIn(folder), 'utf8')).not.toBe(before);
  write(folder, { 'src/prices.js': prices });
  expect(await rules()).toEqual([]);
});

test('answers are not taken for a text that ESLint has from elsewhere', async () => {
  const folder = installedIn(shopFolder());
  expect((await run(folder, [])).found).toEqual([]);
  const text = readFileSync(path.join(folder, 'src/main.js'), 'utf8').replace('SIGTERM', 'SIGKILL');
  const script = `
import { ESLint } from 'eslint';
const [result] = await new ESLint().lintText(${JSON.stringify(text)}, { filePath: 'src/main.js' });
console.log(result.messages.map(({ ruleId }) => ruleId).join());`;
  const { stdout } = await node(folder, ['--input-type=module', '--eval', script]);
  expect(stdout).toContain('graceful-shutdown/valid-signal');
});
