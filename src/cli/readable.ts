import path from 'node:path';
import type { ESLint } from 'eslint';
import { listManifests } from '../project/deployment/listing.js';
import { isFile } from '../project/disk.js';
import { listSources } from '../project/sources.js';

type Results = readonly ESLint.LintResult[];

/** Makes the linter, without the files that it had better not touch. */
type Make = (ignores: readonly string[]) => ESLint;

/** ESLint gives up at the first file that it cannot read; here the others are linted all the same. */
export async function lintReadable(linterWithout: Make, base: string, paths: readonly string[]): Promise<Results> {
  const failures = new Map<string, string>();
  for (;;) {
    const linter = linterWithout([...failures.keys()].map((file) => patternFor(path.relative(base, file))));
    const results = await linter.lintFiles(paths.map(asPattern)).catch((error: unknown) => {
      if (error instanceof RangeError) return lintOneByOne(linter, paths);
      noteFailure(error, failures);
      return undefined;
    });
    if (results) return [...results, ...unreadable(failures)];
  }
}

/** Throws what is not the first failure of a file. */
function noteFailure(error: unknown, failures: Map<string, string>): void {
  const failure = failureOf(error);
  if (!failure || failures.has(failure.file)) throw error;
  failures.set(failure.file, failure.why);
}

/** A file that is nested beyond the stack ends a whole run, and the error does not name it. */
async function lintOneByOne(linter: ESLint, paths: readonly string[]): Promise<Results> {
  const results: ESLint.LintResult[] = [];
  for (const file of paths.flatMap((one) => (isFile(one) ? [one] : filesIn(one)))) {
    results.push(
      ...(await linter.lintFiles([asPattern(file)]).catch((error: unknown) => {
        if (error instanceof RangeError) return [failed(file, 'The file is nested too deep to be read.')];
        throw error;
      })),
    );
  }
  return results;
}

function filesIn(folder: string): readonly string[] {
  return [...listSources(folder).files, ...listManifests(folder).files.map(({ path: file }) => file)];
}

function asPattern(file: string): string {
  return file.split(path.sep).join('/');
}

/** The file itself, whatever characters its name has. */
function patternFor(relative: string): string {
  return asPattern(relative).replace(/[\\*?[\]{}()!+@#]/gu, '\\$&');
}

function failureOf(error: unknown): { readonly file: string; readonly why: string } | undefined {
  if (!(error instanceof Error) || !('path' in error) || !('code' in error)) return undefined;
  return typeof error.path === 'string' && typeof error.code === 'string' ? { file: error.path, why: error.code } : undefined;
}

/** A link that leads nowhere is no file, and nothing is lost by leaving it out. */
function unreadable(failures: ReadonlyMap<string, string>): Results {
  return [...failures].filter(([file]) => isFile(file)).map(([file, why]) => failed(file, `The file cannot be read (${why}).`));
}

function failed(filePath: string, message: string): ESLint.LintResult {
  return {
    filePath,
    messages: [{ ruleId: null, fatal: true, severity: 2, line: 1, column: 1, message }],
    suppressedMessages: [],
    errorCount: 1,
    fatalErrorCount: 1,
    warningCount: 0,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
    usedDeprecatedRules: [],
  };
}
