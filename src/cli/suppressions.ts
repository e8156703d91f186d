import path from 'node:path';
import type { ESLint, Linter } from 'eslint';
import { readText } from '../project/disk.js';
import { writeText } from '../project/disk-writes.js';
import { parseJson, record } from '../project/packages.js';

/**
 * ESLint's bulk suppressions: how many findings of a rule a file may have. The same file with the same meaning, so that a team
 * can change between this command and ESLint's: https://eslint.org/docs/latest/use/suppressions
 */
const NAME = 'eslint-suppressions.json';

type Results = readonly ESLint.LintResult[];
/** By file, then by rule. */
type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Whether a finding of a file is one that was there before. */
type IsKnown = (result: ESLint.LintResult, message: Linter.LintMessage) => boolean;

/** As in ESLint, one more than the file may have makes all of them findings: which is the new one cannot be told. */
export function suppressionsIn(cwd: string): IsKnown {
  const allowed = countsIn(cwd);
  return (result, { ruleId }) => ruleId !== null && count(result, ruleId) <= (allowed.get(keyOf(result, cwd))?.get(ruleId) ?? 0);
}

/** Makes what is found in these files all that they may have; suppressions of other rules and other files stay. */
export async function suppressAll(results: Results, cwd: string): Promise<void> {
  const counts = new Map(countsIn(cwd));
  for (const result of results) {
    const others = [...(counts.get(keyOf(result, cwd)) ?? [])].filter(([rule]) => !rule.startsWith('graceful-shutdown/'));
    const found = result.messages.flatMap(({ ruleId }) => (ruleId === null ? [] : [[ruleId, count(result, ruleId)] as const]));
    counts.set(keyOf(result, cwd), new Map([...others, ...found]));
  }
  await writeText(path.join(cwd, NAME), `${JSON.stringify(asJson(counts), null, 2)}\n`);
}

function asJson(counts: Counts): object {
  const files = [...counts].filter(([, rules]) => rules.size > 0).sort(byName);
  return Object.fromEntries(
    files.map(([file, rules]) => [file, Object.fromEntries([...rules].sort(byName).map(([rule, number]) => [rule, { count: number }]))]),
  );
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

function countsIn(cwd: string): Counts {
  const text = readText(path.join(cwd, NAME));
  const files = text === undefined ? {} : parseJson(text);
  if (files === undefined) throw new Error(`${NAME} is no JSON.`);
  const rulesOf = (rules: unknown): ReadonlyMap<string, number> =>
    new Map(Object.entries(record(rules)).map(([rule, entry]) => [rule, Number(record(entry)['count'] ?? 0)]));
  return new Map(Object.entries(record(files)).map(([file, rules]) => [file, rulesOf(rules)]));
}

function count({ messages }: ESLint.LintResult, rule: string): number {
  return messages.filter(({ ruleId }) => ruleId === rule).length;
}

function keyOf({ filePath }: ESLint.LintResult, cwd: string): string {
  return path.relative(cwd, filePath).split(path.sep).join('/');
}
