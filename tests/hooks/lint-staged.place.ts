/** husky starts lint-staged at a commit, lint-staged the command on what is staged: the recipe of docs/pre-commit.md. */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { repository, write } from '../package/built.js';
import { exampleIn, linesIn } from '../package/doc-blocks.js';
import { toolsOf } from '../package/tools.js';
import { deaf, Repository, service } from './repository.js';

const page = 'docs/pre-commit.md';
let team: Repository;

beforeAll(async () => {
  const tools = path.join(await toolsOf('hooks'), 'node_modules');
  team = Repository.with({ ...service, 'lint-staged.config.js': exampleIn(page, 'lint-staged.config.js') });
  install(path.join(team.folder, 'node_modules'), tools);
  expect(linesIn(page, 'sh')).toContain('npx husky init');
  team.mustRun('npx', 'husky', 'init');
  write(team.folder, { '.husky/pre-commit': exampleIn(page, '.husky/pre-commit') });
  team.mustRun('git', 'add', '--all');
  team.mustRun('git', 'commit', '--quiet', '--no-verify', '--message=Hooks');
});
beforeEach(() => {
  team.reset();
});

/** As `npm install` would, with links. */
function install(modules: string, tools: string): void {
  fs.cpSync(tools, modules, { recursive: true, verbatimSymlinks: true });
  fs.symlinkSync(repository, path.join(modules, 'eslint-plugin-graceful-shutdown'), 'dir');
  fs.symlinkSync('../eslint-plugin-graceful-shutdown/dist/src/cli/main.js', path.join(modules, '.bin/graceful-shutdown'));
  fs.chmodSync(path.join(repository, 'dist/src/cli/main.js'), 0o755);
}

test('a commit in order goes through', () => {
  const { code, output } = team.commit({ 'names.js': 'export const names = [1];\n' });
  expect(output).toContain('graceful-shutdown --affected');
  expect(code).toBe(0);
});

test('a commit of one file that breaks another is stopped, and told where', () => {
  const before = team.commits;
  const { code, output } = team.commit({ 'stop.js': deaf });
  expect(code).toBe(1);
  expect(output).toContain('server.js:5:1\n');
  expect(output).toContain('graceful-shutdown/require-sigterm-listener');
  expect(team.commits).toBe(before);
});

test('what is not staged does not count', () => {
  write(team.folder, { 'stop.js': deaf });
  expect(team.commit({ 'names.js': 'export const names = [2];\n' })).toMatchObject({ code: 0 });
  expect(fs.readFileSync(path.join(team.folder, 'stop.js'), 'utf8')).toBe(deaf);
});

test('changes of a staged file that are not staged do not count', () => {
  write(team.folder, { 'stop.js': `${service['stop.js'] ?? ''}// staged\n` });
  team.mustRun('git', 'add', 'stop.js');
  write(team.folder, { 'stop.js': deaf });
  expect(team.run('git', 'commit', '--message=Change')).toMatchObject({ code: 0 });
});
