/** ESLint's `--cache`: what depends on another file is linted again when that one changes, and else not. */
import { readFileSync, rmSync } from 'node:fs';
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

test.each([[[]], [['--concurrency', '2']], [['--cache-strategy', 'content']]])(
  '%j',
  async (args) => {
    const folder = installedIn(projectOf({ '.git/HEAD': 'x', 'eslint.config.js': CONFIG, ...shop(MANIFEST, WAITING) }));
    expect(await run(folder, args)).toEqual({ linted: ALL, found: [] });
    expect(await run(folder, args)).toEqual({ linted: [], found: [] });

    // Another manifest, and the code is linted again, once.
    write(folder, { 'k8s/orders.yaml': MANIFEST.replace('60', '10') });
    const short = 'graceful-shutdown/require-grace-period-budget';
    expect(await run(folder, args)).toEqual({ linted: ALL, found: [short] });
    expect(await run(folder, args)).toEqual({ linted: [], found: [short] });

    // Other code, and the finding in the manifest is gone.
    write(folder, { 'src/main.js': readFileSync(path.join(folder, 'src/main.js'), 'utf8').replace('15_000', '6_000') });
    expect(await run(folder, args)).toEqual({ linted: ALL, found: [] });
    expect(await run(folder, args)).toEqual({ linted: [], found: [] });
  },
  120_000,
);
