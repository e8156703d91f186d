import type { Linter } from 'eslint';
import { parseAs } from './oxc-typescript-parser.js';

/** ESLint hands over the first line as a comment: `///usr/bin/env node`. */
const OTHER_LANGUAGE = /^(?:#!|\/\/)\s*\/(?!.*\bnode\b)/u;

/**
 * For programs without an extension, where nothing tells the module system, nor even the language: what cannot be read, such as a
 * script of the shell, is a program without statements.
 */
export const programParser = {
  meta: { name: 'graceful-shutdown/program', version: '1' },
  parseForESLint(text: string): Linter.ESLintParseResult {
    const parsed = OTHER_LANGUAGE.test(text) ? undefined : (parsedAs('module', text) ?? parsedAs('commonjs', text));
    return parsed ?? parseAs('js', 'module', '');
  },
};

function parsedAs(sourceType: 'module' | 'commonjs', text: string): Linter.ESLintParseResult | undefined {
  try {
    return parseAs('js', sourceType, text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
