import { createRequire } from 'node:module';
import type { Linter } from 'eslint';
import { debug } from '../project/debug.js';
import { parserWithoutTypeScript } from './oxc-typescript-parser.js';

const require = createRequire(import.meta.url);

interface Parser {
  parseForESLint: (text: string, options?: object) => Linter.ESLintParseResult;
}

let loaded: Parser | undefined;

/** There is no other way to know whether what it needs of TypeScript is there: TypeScript 7 has none of it. */
function load(): Parser {
  try {
    return require('@typescript-eslint/parser') as Parser;
  } catch (error) {
    debug('@typescript-eslint/parser', error);
    return parserWithoutTypeScript;
  }
}

/** `@typescript-eslint/parser`, loaded when the first TypeScript file is parsed: importing the plugin must not load `typescript`. */
export const typescriptParser = {
  meta: { name: '@typescript-eslint/parser', version: '8' },
  parseForESLint(text: string, options?: object): Linter.ESLintParseResult {
    loaded ??= load();
    return loaded.parseForESLint(text, options);
  },
};
