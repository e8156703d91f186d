/** All rules over code that was not written for them: what is found, and what fails inside. */
import process from 'node:process';
import { ESLint, type Linter } from 'eslint';
import { vi } from 'vitest';
import { parserWithoutTypeScript } from '../../src/adapter/oxc-typescript-parser.js';
import plugin from '../../src/index.js';
import { notesOf } from '../package/eslint-run.js';

export interface Outcome {
  readonly files: number;
  /** Files that the parser refuses: mistakes on purpose, and syntax that it does not know. */
  readonly refused: number;
  /** Lines that tell of errors inside the plugin. */
  readonly failures: readonly string[];
  readonly findings: readonly string[];
}

export type ParserName = 'the usual parsers' | 'our own parser';
export const parsers: readonly ParserName[] = ['the usual parsers', 'our own parser'];

const SCRIPTS = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];

function configFor(parser: ParserName): readonly Linter.Config[] {
  const own: Linter.Config = { files: SCRIPTS, languageOptions: { parser: parserWithoutTypeScript } };
  return [
    { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
    ...plugin.configs.all,
    ...(parser === 'our own parser' ? [own] : []),
  ];
}

export async function lintAnyCode(folder: string, parser: ParserName): Promise<Outcome> {
  const failures: string[] = [];
  vi.stubEnv('DEBUG', 'graceful-shutdown');
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => failures.push(String(chunk)) > 0);
  try {
    const eslint = new ESLint({
      cwd: folder,
      overrideConfigFile: true,
      overrideConfig: [...configFor(parser)],
      errorOnUnmatchedPattern: false,
    });
    const results = await eslint.lintFiles(['.']);
    const messages = results.flatMap((result) => result.messages);
    const ours = results.map(({ filePath, messages: all }) => ({
      filePath,
      messages: all.filter(({ ruleId }) => ruleId?.startsWith('graceful-shutdown/')),
    }));
    return {
      files: results.length,
      refused: messages.filter(({ fatal }) => fatal === true).length,
      failures,
      findings: notesOf(folder, ours),
    };
  } finally {
    spy.mockRestore();
    vi.unstubAllEnvs();
  }
}
