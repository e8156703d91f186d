/** Suggestions of one shutdown come together: three passes are enough, and no finding is left. */
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterEach, describe, expect, it } from 'vitest';
import { firstRepair, Repairs } from '../../src/cli/repair.js';
import plugin from '../../src/index.js';
import { SERVICES } from './services.mjs';

const PASSES = 3;

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('applying all suggestions', () => {
  it.each(SERVICES)('ends: $what', async ({ name }) => {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'passes-')));
    made.push(folder);
    cpSync(path.join(import.meta.dirname, 'services', name), folder, { recursive: true });
    const repairs = new Repairs(firstRepair);
    let results = await lint(folder);
    for (let pass = 0; pass < PASSES && (await repairs.apply(results)); pass += 1) results = await lint(folder);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${String(ruleId)}: ${message}`))).toEqual([]);
  });
});

async function lint(cwd: string): Promise<readonly ESLint.LintResult[]> {
  const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: plugin.configs.recommended });
  return await eslint.lintFiles(['.']);
}
