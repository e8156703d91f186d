import path from 'node:path';
import { ESLint, type Linter } from 'eslint';
import plugin from '../index.js';
import { writeText } from '../project/disk.js';
import type { Options } from './options.js';

/** Repairs can make new findings visible; after this many passes the rest is left. */
const PASSES = 10;

const IGNORED = ['**/node_modules/', '**/dist/', '**/coverage/', '**/.next/', '**/*.min.js', '**/*.d.ts'];

export async function lint(options: Options, cwd: string): Promise<readonly ESLint.LintResult[]> {
  const eslint = makeLinter(options, cwd);
  let results = await eslint.lintFiles([...options.paths]);
  if (options.fix) await ESLint.outputFixes(results);
  for (let pass = 0; options.fixSuggestions && pass < PASSES && (await applySuggestions(results)); pass += 1) results = await makeLinter(options, cwd).lintFiles([...options.paths]);
  return options.quiet ? ESLint.getErrorResults(results) : results;
}

function makeLinter(options: Options, cwd: string): ESLint {
  return new ESLint({
    cwd,
    overrideConfigFile: true,
    errorOnUnmatchedPattern: false,
    warnIgnored: false,
    fix: options.fix,
    overrideConfig: [
      { ignores: IGNORED },
      { linterOptions: { reportUnusedDisableDirectives: 'off' }, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
      ...plugin.configs[options.config],
    ],
  });
}

interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** The first suggestion of each finding, one after the other from the top, none that overlaps another. */
async function applySuggestions(results: readonly ESLint.LintResult[]): Promise<boolean> {
  let changed = false;
  for (const { filePath, source, messages } of results) {
    const edits = messages.flatMap((message) => firstEdit(message));
    if (source === undefined || edits.length === 0) continue;
    await writeText(path.resolve(filePath), applied(source, edits));
    changed = true;
  }
  return changed;
}

function firstEdit(message: Linter.LintMessage): readonly Edit[] {
  const fix = message.fix ?? message.suggestions?.[0]?.fix;
  return fix && message.ruleId?.startsWith('graceful-shutdown/') === true ? [fix] : [];
}

function applied(source: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.range[0] - b.range[0]);
  let text = '';
  let done = 0;
  for (const { range, text: replacement } of ordered) {
    if (range[0] < done) continue;
    text += source.slice(done, range[0]) + replacement;
    done = range[1];
  }
  return text + source.slice(done);
}
