import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, expect, test } from 'vitest';
import plugin from '../../src/index.js';

const folder = mkdtempSync(path.join(tmpdir(), 'settings-'));
writeFileSync(path.join(folder, 'package.json'), '{}');
for (const name of ['a.js', 'b.js']) writeFileSync(path.join(folder, name), 'process.exitCode = 0;\n');

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function lintWith(settings: unknown): Promise<readonly ESLint.LintResult[]> {
  const overrideConfig = [...plugin.configs.recommended, { settings: { 'graceful-shutdown': settings } }];
  return new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig }).lintFiles(['.']);
}

test('a mistake ends the run with the one sentence and no stack, as wrong options of a rule do', async () => {
  const error: unknown = await lintWith({ deadlineSecond: 20 }).catch((reason: unknown) => reason);
  const sentence = "settings['graceful-shutdown'].deadlineSecond is not known here; did you mean 'deadlineSeconds'?";
  expect(error).toMatchObject({ name: 'SettingsError', stack: sentence });
  expect(error).toHaveProperty('message', expect.stringContaining(sentence));
});

test('settings that are right let it pass', async () => {
  expect((await lintWith({ deadlineSeconds: 20 })).flatMap(({ messages }) => messages)).toEqual([]);
});
