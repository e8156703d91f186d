import path from 'node:path';
import type { ESLint } from 'eslint';
import { isFile } from '../project/disk.js';

interface Read {
  readonly results: readonly ESLint.LintResult[];
  /** Files that are there and cannot be read, as findings. */
  readonly unreadable: readonly ESLint.LintResult[];
}

/** ESLint gives up at the first file that it cannot read; here the others are linted all the same. */
export async function lintReadable(linterWithout: (ignores: readonly string[]) => ESLint, base: string, paths: readonly string[]): Promise<Read> {
  const failures = new Map<string, string>();
  for (;;) {
    try {
      const ignores = [...failures.keys()].map((file) => patternFor(path.relative(base, file)));
      const results = await linterWithout(ignores).lintFiles(paths.map(asPattern));
      // A link that leads nowhere is no file, and nothing is lost by leaving it out.
      return { results, unreadable: [...failures].filter(([file]) => isFile(file)).map(([file, why]) => unreadableResult(file, why)) };
    } catch (error) {
      const failure = failureOf(error);
      if (!failure || failures.has(failure.file)) throw error;
      failures.set(failure.file, failure.why);
    }
  }
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

function unreadableResult(filePath: string, why: string): ESLint.LintResult {
  return {
    filePath,
    messages: [{ ruleId: null, fatal: true, severity: 2, line: 1, column: 1, message: `The file cannot be read (${why}).` }],
    suppressedMessages: [],
    errorCount: 1,
    fatalErrorCount: 1,
    warningCount: 0,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
    usedDeprecatedRules: [],
  };
}
