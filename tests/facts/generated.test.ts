/** Programs made by a grammar: no error, bounded time, the same facts from both sources, and suggestions that can be parsed. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ESLint } from 'eslint';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseModule } from '../../src/facts/parse.js';
import plugin from '../../src/index.js';
import { projectOf } from '../package/built.js';
import { program, textOf, type Program } from './grammar.js';
import { liveFactsOf } from './live.js';

/** More with FUZZ=10000, others with FUZZ_SEED=8. */
const RUNS = Number(process.env['FUZZ'] ?? 150);
const seed = Number(process.env['FUZZ_SEED'] ?? 7);
/** Milliseconds for one program; many times what the slowest takes. */
const PATIENCE = 10_000;

function fileOf({ dialect }: Program, name: string): string {
  return `${name}.${dialect === 'typescript' ? 'ts' : dialect === 'module' ? 'mjs' : 'cjs'}`;
}

describe('the grammar', () => {
  test('makes valid programs', () => {
    const programs = fc.sample(program, { numRuns: 300, seed });
    const refused = programs.filter((one) => parseModule(textOf(one), fileOf(one, 'main')) === undefined);
    expect(refused.map(textOf)).toEqual([]);
  });

  test('makes programs of some size that do what services do', () => {
    const text = fc.sample(program, { numRuns: 300, seed }).map(textOf).join('\n');
    for (const what of ["process.on('SIGTERM'", 'class ', 'await ', 'for (', 'setInterval', '.close(', 'yield', 'catch'])
      expect(text.split(what).length, what).toBeGreaterThan(10);
  });
});

describe('facts', () => {
  test('are the same live and from the disk', { timeout: 600_000 }, () => {
    let refused = 0;
    fc.assert(
      fc.property(program, (one) => {
        const text = textOf(one);
        const isTyped = one.dialect === 'typescript';
        const facts = parseModule(text, fileOf(one, 'main'));
        const sourceType = facts?.format === 'esm' ? 'module' : 'commonjs';
        for (const parser of isTyped ? (['typescript-eslint'] as const) : (['typescript-eslint', 'espree'] as const)) {
          const live = liveFactsOf(text, `${parser} as ${sourceType}`, isTyped ? 'file.ts' : 'file.js');
          if (live) expect(facts, text).toEqual(live);
          else refused += 1;
        }
      }),
      { numRuns: RUNS, seed },
    );
    // Parsers have mistakes of their own, and few.
    expect(refused).toBeLessThan(RUNS / 50);
  });
});

describe('rules', () => {
  const failures: string[] = [];

  beforeEach(() => {
    vi.stubEnv('DEBUG', 'graceful-shutdown');
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => failures.push(String(chunk)) > 0);
  });

  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  const folder = projectOf({ 'package.json': '{ "name": "a" }' });
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.all });

  test('neither fail nor take long, and their suggestions can be parsed', { timeout: 600_000 }, async () => {
    let suggested = 0;
    await fc.assert(
      fc.asyncProperty(program, program, async (one, other) => {
        fs.writeFileSync(path.join(folder, 'other.js'), textOf({ ...other, dialect: 'module' }));
        const text = textOf(one);
        const filePath = fileOf(one, 'main');
        const started = performance.now();
        const [result] = await eslint.lintText(text, { filePath });
        expect(performance.now() - started, text).toBeLessThan(PATIENCE);
        expect(failures, text).toEqual([]);
        for (const { ruleId, suggestions = [] } of result?.messages ?? [])
          for (const { fix, messageId } of suggestions) {
            suggested += 1;
            const repaired = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
            expect(parseModule(repaired, filePath), `${String(ruleId)} ${String(messageId)}\n${repaired}`).toBeDefined();
          }
      }),
      { numRuns: RUNS, seed },
    );
    expect(suggested).toBeGreaterThan(RUNS / 10);
  });
});
