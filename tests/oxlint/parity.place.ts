/** oxlint finds what ESLint finds in the services of tests/services, and applies the same remedies. */
import fs from 'node:fs';
import path from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { entry, projectOf, repository } from '../package/built.js';
import { oxlint, oxlintFindings, sorted, type Found } from './oxlint.js';

const everything = {
  jsPlugins: [{ name: 'graceful-shutdown', specifier: entry }],
  categories: { correctness: 'off' },
  rules: Object.fromEntries(Object.keys(plugin.rules).map((name) => [`graceful-shutdown/${name}`, 'error'])),
};

function copied(): string {
  const folder = projectOf({ '.oxlintrc.json': JSON.stringify(everything) });
  const source = path.join(repository, 'tests/services');
  fs.cpSync(source, folder, { recursive: true, filter: (name) => !name.endsWith('.test.ts') });
  return folder;
}

let folder = '';
let results: readonly ESLint.LintResult[] = [];

beforeAll(async () => {
  folder = copied();
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.all });
  const all = await eslint.lintFiles(['.']);
  // oxlint gives plugins no manifests.
  results = all.filter(({ filePath }) => /\.[cm]?[jt]sx?$/u.test(filePath));
});

test('the same findings at the same places', async () => {
  const expected = results.flatMap(({ filePath, messages }) => messages.map((message) => foundIn(filePath, message)));
  const found = await oxlintFindings(folder);
  expect(found.length).toBeGreaterThan(30);
  expect(found).toEqual(sorted(expected));
});

function foundIn(filePath: string, { line, column, ruleId, message }: Linter.LintMessage): Found {
  const file = path.relative(folder, filePath).split(path.sep).join('/');
  return { place: `${file}:${String(line)}:${String(column)}`, rule: ruleId?.replace('graceful-shutdown/', '') ?? '', message };
}

describe('repairs', () => {
  const first = ({ fix, suggestions }: Linter.LintMessage): Edit | undefined => fix ?? suggestions?.[0]?.fix;

  test.each([
    ['--fix', ({ fix }: Linter.LintMessage) => fix],
    ['--fix-suggestions', first],
  ])('%s writes the same texts', async (option, repairOf) => {
    const repaired = copied();
    await oxlint(repaired, option);
    const changed = results.filter(({ messages }) => messages.some((message) => repairOf(message)));
    expect(changed.length).toBeGreaterThan(0);
    for (const { filePath, messages } of results) {
      const file = path.relative(folder, filePath);
      const source = fs.readFileSync(filePath, 'utf8');
      const edits = messages.flatMap((message) => repairOf(message) ?? []);
      expect(possibleTexts(source, edits), file).toContain(fs.readFileSync(path.join(repaired, file), 'utf8'));
    }
  });
});

interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** Edits that touch cannot be applied together: which of them comes first is the linter's choice. */
function possibleTexts(source: string, edits: readonly Edit[]): readonly string[] {
  const texts = new Set<string>();
  for (const edit of edits) texts.add(applied(source, [edit, ...edits.filter((other) => other !== edit)]));
  return edits.length === 0 ? [source] : [...texts];
}

function applied(source: string, edits: readonly Edit[]): string {
  const chosen: Edit[] = [];
  for (const edit of edits) {
    const touches = chosen.some(({ range }) => edit.range[0] <= range[1] && range[0] <= edit.range[1]);
    if (!touches) chosen.push(edit);
  }
  return chosen
    .toSorted((one, other) => other.range[0] - one.range[0])
    .reduce((text, { range, text: added }) => text.slice(0, range[0]) + added + text.slice(range[1]), source);
}
