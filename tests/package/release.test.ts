/** A tag is a release only when everything names its version. */
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { node, repository } from './built.js';

test('the version at hand has notes', async () => {
  const { code, stdout, stderr } = await node(repository, ['tests/package/release.mjs', `v${plugin.meta.version}`]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.trim().length).toBeGreaterThan(20);
});

test('another version is none', async () => {
  const { code, stdout, stderr } = await node(repository, ['tests/package/release.mjs', 'v99.0.0']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toBe(
    `This is no release of 99.0.0: package.json is at ${plugin.meta.version}, src/adapter/meta.ts is at ${plugin.meta.version}, CHANGELOG.md says nothing of 99.0.0.\n`,
  );
});
