/** One run from the root of a monorepo finds what one run in each package finds. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { linted } from '../cli/command.js';
import { projectOf, repository, type Files } from '../package/built.js';
import { acme, leaking, packages } from './acme.js';

async function compare(folder: string, members: readonly string[]): Promise<readonly string[]> {
  const whole = await linted(folder, '--config', 'all');
  const each = [];
  for (const member of members) {
    const { notes } = await linted(path.join(folder, member), '--config', 'all');
    each.push(...notes.map((note) => `${member}/${note}`));
  }
  expect([...each].sort()).toEqual([...whole.notes].sort());
  return whole.notes;
}

test('a finding in one package because of another', async () => {
  const files: Files = { ...acme, 'apps/api/index.js': leaking };
  const notes = await compare(projectOf(files), packages);
  expect(notes).toContain('packages/db/index.js:3 no-unclosed-resource');
});

test('no such finding where the other closes it', async () => {
  expect((await compare(projectOf(acme), packages)).join()).not.toContain('no-unclosed-resource');
});

test('the monorepo of tests/services', async () => {
  const folder = projectOf({});
  fs.cpSync(path.join(repository, 'tests/services/monorepo'), folder, { recursive: true });
  const members = ['packages', 'services'].flatMap((group) => fs.readdirSync(path.join(folder, group)).map((name) => `${group}/${name}`));
  expect((await compare(folder, members)).length).toBeGreaterThan(0);
});
