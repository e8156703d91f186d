/** Whatever suggestions somebody takes, in whatever order, the file stays the user's own. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { commentsIn, lostTokens, tokensIn } from './tokens.js';

const FOLDERS = ['../proof/services', '../services'].map((folder) => path.join(import.meta.dirname, folder));

/** What these say they take away stands in the text of the suggestion. */
const NAMES_WHAT_GOES = new Set([
  'answer',
  'async',
  'drop',
  'fail',
  'gentle',
  'pass',
  'postpone',
  'raise',
  'remove',
  'replace',
  'setExitCode',
  'throw',
]);

interface Offer {
  readonly id: string;
  readonly range: readonly [number, number];
  readonly text: string;
}

interface Case {
  readonly file: string;
  readonly source: string;
  readonly offers: readonly Offer[];
}

const cases: Case[] = [];

beforeAll(async () => {
  for (const folder of FOLDERS.flatMap(servicesIn)) cases.push(...(await offersIn(folder)));
}, 300_000);

describe('any subset of suggestions in any order', () => {
  it('is offered for files of all kinds', () => {
    expect(cases.length).toBeGreaterThan(50);
  });

  it('leaves a file that parses in the same dialect', () => {
    forAny(({ file, source }, text) => {
      const sourceType = isModule(file, source) ? 'module' : 'commonjs';
      expect(parseSync(file, text, { sourceType }).errors, text).toEqual([]);
    });
  });

  it('keeps all comments', () => {
    forAny(({ file, source }, text) => {
      expect(lostTokens(commentsIn(file, source), commentsIn(file, text)), text).toEqual([]);
    });
  });

  it('removes nothing but what it names', () => {
    forAny(({ file, source }, text, taken) => {
      if (taken.some(({ id }) => NAMES_WHAT_GOES.has(id))) return;
      expect(
        lostTokens(plainly(tokensIn(file, source)), plainly(tokensIn(file, text))),
        `${taken.map(({ id }) => id).join(' ')}\n${text}`,
      ).toEqual([]);
    });
  });
});

/** `server?.close()` may become a test of `server`. */
function plainly(tokens: readonly string[]): readonly string[] {
  return tokens.map((token) => (token === '?.' ? '.' : token));
}

function forAny(holds: (one: Case, text: string, taken: readonly Offer[]) => void): void {
  const subsets = fc.constantFrom(...cases).chain((one) => fc.shuffledSubarray([...one.offers]).map((offers) => ({ one, offers })));
  fc.assert(
    fc.property(subsets, ({ one, offers }) => {
      const taken = apart(offers);
      holds(one, applied(one.source, taken), taken);
    }),
    { numRuns: 400, seed: 4 },
  );
}

/** An editor has no place any more for what touches a suggestion that was taken before. */
function apart(offers: readonly Offer[]): readonly Offer[] {
  const taken: Offer[] = [];
  for (const offer of offers) {
    if (taken.every(({ range }) => offer.range[0] > range[1] || offer.range[1] < range[0])) taken.push(offer);
  }
  return taken;
}

function applied(source: string, offers: readonly Offer[]): string {
  return offers
    .toSorted((one, other) => other.range[0] - one.range[0])
    .reduce((text, { range, text: inserted }) => text.slice(0, range[0]) + inserted + text.slice(range[1]), source);
}

function servicesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name));
}

async function offersIn(folder: string): Promise<readonly Case[]> {
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.all });
  const results = await eslint.lintFiles(['.']);
  return results.flatMap(({ filePath, messages }) => {
    const offers = messages.flatMap(({ suggestions = [] }) =>
      suggestions.map(({ messageId = '', fix }): Offer => ({ id: messageId, range: fix.range, text: fix.text })),
    );
    return offers.length > 0 ? [{ file: filePath, source: readFileSync(filePath, 'utf8'), offers }] : [];
  });
}

function isModule(file: string, source: string): boolean {
  return /\.m?ts$|\.mjs$/u.test(file) || /^(?:import|export)\b|^await\b/mu.test(source);
}
