/** Facts from what ESLint itself parsed, as a rule sees it. */
import * as typescriptParser from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter, type Rule } from 'eslint';
import type { ScopeManager } from '../../src/facts/bindings.js';
import { collectFacts } from '../../src/facts/collect.js';
import type { ModuleFacts } from '../../src/facts/module-facts.js';

export type Reader =
  'espree as module' | 'espree as commonjs' | 'espree as script' | 'typescript-eslint as module' | 'typescript-eslint as commonjs';

interface Live {
  readonly ast: TSESTree.Program;
  readonly scopeManager: ScopeManager;
  readonly text: string;
}

/** Undefined when ESLint cannot parse the text that way. */
export function liveFactsOf(text: string, reader: Reader, file: 'file.js' | 'file.ts' = 'file.js'): ModuleFacts | undefined {
  const seen: Live[] = [];
  const rule: Rule.RuleModule = {
    create: ({ sourceCode }) => ({
      Program: () => {
        if (isLive(sourceCode)) seen.push(sourceCode);
      },
    }),
  };
  const [parser, , sourceType] = reader.split(' ');
  new Linter().verify(
    text,
    {
      files: ['**/*.js', '**/*.ts'],
      plugins: { facts: { rules: { collect: rule } } },
      rules: { 'facts/collect': 'error' },
      linterOptions: { noInlineConfig: true },
      languageOptions: {
        sourceType: sourceType === 'module' || sourceType === 'commonjs' ? sourceType : 'script',
        parserOptions: { ecmaFeatures: { jsx: file === 'file.js' } },
        ...(parser === 'typescript-eslint' && { parser: typescriptParser }),
      },
    },
    file,
  );
  const [live] = seen;
  return live && collectFacts(live.ast, live.scopeManager, live.text);
}

/** ESLint types its tree as plain ESTree, whichever parser made it. */
function isLive(sourceCode: object): sourceCode is Live {
  return 'ast' in sourceCode && 'scopeManager' in sourceCode && 'text' in sourceCode;
}
