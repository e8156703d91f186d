/** Services with something deleted, doubled, swapped, renamed or cut off: no error, and the same facts from both sources. */
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseSync } from 'oxc-parser';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseModule } from '../../src/facts/parse.js';
import plugin from '../../src/index.js';
import { ESLint } from 'eslint';
import { projectOf, repository } from '../package/built.js';
import { liveFactsOf } from './live.js';

/** More with FUZZ=10000. */
const RUNS = Number(process.env['FUZZ'] ?? 150);
const SEED = Number(process.env['FUZZ_SEED'] ?? 7);

const services = path.join(repository, 'tests/services');
const texts = fs
  .readdirSync(services, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.[cm]?[jt]s$/u.test(name) && !name.endsWith('.test.ts'))
  .sort()
  .map((name) => ({ name, text: fs.readFileSync(path.join(services, name), 'utf8') }));

type Span = readonly [number, number];

/** The statements of a text, at whatever depth. */
function statementsIn(text: string, name: string): readonly Span[] {
  const found: Span[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && 'start' in node && 'end' in node && /Statement$|Declaration$/u.test(String(node.type)))
      found.push([Number(node.start), Number(node.end)]);
    Object.values(node).forEach(visit);
  };
  visit(parseSync(name, text).program);
  return found;
}

type Mutate = (text: string, one: Span, other: Span, at: number) => string;

const MUTATIONS: Readonly<Record<string, Mutate>> = {
  delete: (text, [start, end]) => text.slice(0, start) + text.slice(end),
  double: (text, [start, end]) => `${text.slice(0, end)}\n${text.slice(start)}`,
  swap: (text, one, other) => {
    const [[a, b], [c, d]] = one[0] <= other[0] ? [one, other] : [other, one];
    return b > c ? text : text.slice(0, a) + text.slice(c, d) + text.slice(b, c) + text.slice(a, b) + text.slice(d);
  },
  move: (text, [start, end], [to]) =>
    to >= start && to < end ? text : `${text.slice(0, to)}${text.slice(start, end)};\n${text.slice(to)}`,
  rename: (text, [start, end]) => {
    const [name] = /[A-Za-z_]\w{3,}/u.exec(text.slice(start, end)) ?? [];
    return name === undefined ? text : text.replace(name, 'constructor');
  },
  truncate: (text, _one, _other, at) => text.slice(0, at % (text.length + 1)),
  scramble: (text, [start], _other, at) =>
    text.slice(0, start) + (['await ', 'async ', 'new ', '(', '}', '...', 'static ', '`${'][at % 8] ?? '') + text.slice(start),
};

const mutation = fc.record({
  file: fc.nat(texts.length - 1),
  steps: fc.array(fc.record({ how: fc.constantFrom(...Object.keys(MUTATIONS)), one: fc.nat(), other: fc.nat(), at: fc.nat() }), {
    minLength: 1,
    maxLength: 4,
  }),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated({ file, steps }: Mutation): { readonly name: string; readonly text: string } {
  const { name = '', text: whole = '' } = texts[file] ?? {};
  const text = steps.reduce((before, { how, one, other, at }) => {
    const statements = statementsIn(before, name);
    const pick = (index: number): Span => statements[index % Math.max(1, statements.length)] ?? [0, 0];
    return MUTATIONS[how]?.(before, pick(one), pick(other), at) ?? before;
  }, whole);
  return { name, text };
}

describe('facts', () => {
  test('are the same live and from the disk, whatever is done to a service', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(mutation, (change) => {
        const { name, text } = mutated(change);
        const isTyped = name.endsWith('ts');
        const facts = parseModule(text, name);
        if (!facts) return;
        const reader = `${isTyped ? 'typescript-eslint' : 'espree'} as ${facts.format === 'esm' ? 'module' : 'commonjs'}` as const;
        const live = liveFactsOf(text, reader, isTyped ? 'file.ts' : 'file.js');
        if (live) expect(facts).toEqual(live);
      }),
      { numRuns: RUNS, seed: SEED },
    );
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

  const folder = projectOf({ 'package.json': '{ "name": "a", "scripts": { "start": "node main.js" } }' });
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.all });

  test('do not fail, and their suggestions can be parsed', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        const { name, text } = mutated(change);
        const filePath = `main.${name.endsWith('ts') ? 'ts' : 'js'}`;
        // What only a lenient parser reads is not for a repair to mend.
        const isValid = parseModule(text, filePath) !== undefined;
        const [result] = await eslint.lintText(text, { filePath });
        expect(failures, text).toEqual([]);
        for (const { suggestions = [] } of isValid ? (result?.messages ?? []) : [])
          for (const { fix } of suggestions) {
            const repaired = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
            expect(parseModule(repaired, filePath), repaired).toBeDefined();
          }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
