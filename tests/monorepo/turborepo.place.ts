/** The recipes of docs/monorepo.md with the real turbo: what is cached is right, and machines share it. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { write, type Files } from '../package/built.js';
import { exampleIn } from '../package/doc-blocks.js';
import { acme, closing, leaking, packages } from './acme.js';
import { monorepoOf, remoteCache, turbo } from './turborepo.js';

const page = 'docs/monorepo.md';
const wholeConfig: Files = { 'turbo.json': exampleIn(page, 'turbo.json') };

function withScript(files: Files): string {
  const folder = monorepoOf(
    {
      ...files,
      'turbo.json': '{ "tasks": { "lint:shutdown": {} } }',
      'scripts/shutdown-inputs.mjs': exampleIn(page, 'scripts/shutdown-inputs.mjs'),
    },
    packages,
  );
  const { status, stderr } = spawnSync(process.execPath, ['scripts/shutdown-inputs.mjs'], { cwd: folder, encoding: 'utf8' });
  expect([status, stderr.replace(/^npm warn.*\n/gmu, '')]).toEqual([0, '']);
  return folder;
}

describe('one task for the repository', () => {
  test('its inputs are what the command prints', () => {
    const folder = monorepoOf({ ...acme, ...wholeConfig }, packages);
    const { stdout } = spawnSync('npx', ['graceful-shutdown', 'inputs', '--format', 'turbo'], { cwd: folder, encoding: 'utf8' });
    const config: { readonly tasks: Readonly<Record<string, { readonly inputs: readonly string[] }>> } = JSON.parse(
      wholeConfig['turbo.json'] ?? '',
    );
    expect(config.tasks['//#lint:shutdown']?.inputs).toEqual(JSON.parse(stdout));
  });

  test('is cached until a source changes, and then right', async () => {
    const folder = monorepoOf({ ...acme, ...wholeConfig }, packages);
    expect(await turbo(folder)).toMatchObject({ code: 0, cached: 0 });
    expect((await turbo(folder)).cached).toBe(1);
    write(folder, { 'apps/api/README.md': '# a\n', 'node_modules/other/index.js': 'export {};\n' });
    expect((await turbo(folder)).cached).toBe(1);
    write(folder, { 'apps/api/index.js': leaking });
    const broken = await turbo(folder);
    expect(broken).toMatchObject({ code: 1, cached: 0 });
    expect(broken.output).toContain('packages/db/index.js:3:');
  });
});

describe('one task for each package', () => {
  test('a package is linted again when one that uses it changes, and others are not', async () => {
    const folder = withScript(acme);
    expect(await turbo(folder)).toMatchObject({ code: 0, executed: ['@acme/db', 'api', 'jobs'] });
    expect((await turbo(folder)).cached).toBe(3);
    write(folder, { 'apps/api/index.js': leaking });
    const broken = await turbo(folder);
    expect(broken).toMatchObject({ code: 1, executed: ['@acme/db', 'api'] });
    expect(broken.output).toMatch(/@acme\/db:lint:shutdown: index\.js:3:/u);
    write(folder, { 'apps/api/index.js': closing });
    expect((await turbo(folder)).cached).toBe(3);
  });

  test('and when one that it uses changes', async () => {
    const folder = withScript(acme);
    await turbo(folder);
    write(folder, { 'packages/db/index.js': `${acme['packages/db/index.js'] ?? ''}export const more = 1;\n` });
    expect((await turbo(folder)).executed).toEqual(['@acme/db', 'api']);
  });
});

describe('a remote cache', () => {
  const token = 'secret';
  let cache: Awaited<ReturnType<typeof remoteCache>>;

  beforeAll(async () => {
    cache = await remoteCache(token);
  });
  afterAll(() => {
    cache.stop();
  });

  test('what one machine has linted, another has not to', async () => {
    const env = { TURBO_API: cache.url, TURBO_TEAM: 'team_acme', TURBO_TOKEN: token };
    const first = await turbo(withScript(acme), env);
    expect(first).toMatchObject({ code: 0, executed: ['@acme/db', 'api', 'jobs'] });
    expect(first.output).toContain('Remote caching enabled');
    const second = await turbo(withScript(acme), env);
    expect(second).toMatchObject({ code: 0, executed: [] });
    expect(second.cached).toBe(3);
  });
});
