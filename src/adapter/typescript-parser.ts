import { createRequire } from 'node:module';
import type { Linter } from 'eslint';

const require = createRequire(import.meta.url);

interface Parser {
  parseForESLint: (text: string, options?: object) => Linter.ESLintParseResult;
}

let loaded: Parser | undefined;

/** `@typescript-eslint/parser`, loaded when the first TypeScript file is parsed: importing the plugin must not load `typescript`. */
export const typescriptParser = {
  meta: { name: '@typescript-eslint/parser', version: '8' },
  parseForESLint(text: string, options?: object): Linter.ESLintParseResult {
    loaded ??= require('@typescript-eslint/parser') as Parser;
    return loaded.parseForESLint(text, options);
  },
};
