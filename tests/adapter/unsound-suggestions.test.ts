/** A repair that would break the text is not offered, and a debug line says so. */
import process from 'node:process';
import path from 'node:path';
import { ESLint } from 'eslint';
import { expect, test, vi } from 'vitest';
import plugin from '../../src/index.js';
import { projectOf } from '../package/built.js';
import { orders } from '../package/services.js';

const offered = vi.hoisted(() => ({ text: '' }));

vi.mock('../../src/fixes/suggest-timers.js', () => ({
  timerSuggestions: () => [{ messageId: 'unref', edits: [{ span: [0, 0], text: offered.text }] }],
}));

async function suggested(text: string): Promise<readonly (string | undefined)[]> {
  offered.text = text;
  const cwd = projectOf(orders);
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: plugin.configs.recommended });
  const [result] = await eslint.lintFiles([path.join(cwd, 'src/metrics.js')]);
  expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(['graceful-shutdown/no-uncleared-timer']);
  return (result?.messages ?? []).flatMap(({ suggestions = [] }) => suggestions.map(({ fix }) => fix.text));
}

test('a repair that would break the text', async () => {
  vi.stubEnv('DEBUG', 'graceful-shutdown');
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    expect(await suggested('// sound\n')).toEqual(['// sound\n']);
    expect(write).not.toHaveBeenCalled();
    expect(await suggested('const (\n')).toEqual([]);
    expect(write.mock.calls.map(([line]) => String(line))).toEqual([
      expect.stringMatching(/^graceful-shutdown: .*metrics\.js: Error: the suggestion unref of graceful-shutdown\/no-uncleared-timer /u),
    ]);
  } finally {
    write.mockRestore();
    vi.unstubAllEnvs();
  }
});
