/** The pre-commit framework installs the hook from a git repository of this project, and runs it on commits. */
import { spawnSync } from 'node:child_process';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { projectOf, repository, write } from '../package/built.js';
import { exampleIn } from '../package/doc-blocks.js';
import { deaf, publishedCopy, Repository, service, stop } from './repository.js';

const PUBLISHED = 'https://github.com/graceful-shutdown/eslint-plugin-graceful-shutdown';
const isInstalled = spawnSync('pre-commit', ['--version']).status === 0;
if (!isInstalled) process.stderr.write('pre-commit is not installed (Debian: apt-get install pre-commit); its tests are skipped.\n');

describe.skipIf(!isInstalled)('pre-commit', () => {
  let team: Repository;

  beforeAll(() => {
    const copy = publishedCopy(repository, 'v0.1.0');
    const config = exampleIn('docs/pre-commit.md', '.pre-commit-config.yaml').replace(PUBLISHED, copy);
    team = Repository.with({ ...service, '.pre-commit-config.yaml': config }, { PRE_COMMIT_HOME: projectOf({}) });
    team.mustRun('pre-commit', 'install', '--install-hooks');
  });
  beforeEach(() => {
    team.reset();
  });

  test('a commit in order goes through', () => {
    const { code, output } = team.commit({ 'names.js': 'export const names = [1];\n' });
    expect([code, output]).toEqual([0, expect.stringMatching(/graceful-shutdown\.+Passed/u)]);
  });

  test('a commit of one file that breaks another is stopped, and told where', () => {
    const before = team.commits;
    const { code, output } = team.commit({ 'stop.js': deaf });
    expect([code, output]).toEqual([1, expect.stringMatching(/graceful-shutdown\.+Failed/u)]);
    expect(output).toContain('server.js:5:1\n');
    expect(output).toContain('graceful-shutdown/require-sigterm-listener');
    expect(team.commits).toBe(before);
  });

  test('what is not staged does not count', () => {
    write(team.folder, { 'stop.js': deaf });
    expect(team.commit({ 'names.js': 'export const names = [2];\n' })).toMatchObject({ code: 0 });
    team.reset();
    team.mustRun('git', 'commit', '--quiet', '--no-verify', '--allow-empty', '--message=Nothing');
    write(team.folder, { 'stop.js': deaf });
    team.mustRun('git', 'add', 'stop.js');
    write(team.folder, { 'stop.js': stop });
    expect(team.run('git', 'commit', '--message=Break')).toMatchObject({ code: 1 });
  });

  test('a manifest that swallows the signal is stopped', () => {
    const { code, output } = team.commit({ Dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nCMD npm start\n' });
    expect(code).toBe(1);
    expect(output).toContain('graceful-shutdown/no-signal-swallowing-command');
  });

  test('documents start no run', () => {
    const { code, output } = team.commit({ 'README.md': '# a\n' });
    expect([code, output]).toEqual([0, expect.stringContaining('Skipped')]);
  });

  test('all files at once, as in CI', () => {
    expect(team.run('pre-commit', 'run', '--all-files')).toMatchObject({ code: 0 });
  });
});
