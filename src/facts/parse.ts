/** Reads the text of a module that no ESLint run has handed over. */
import { createRequire } from 'node:module';
import type { TSESTree } from '@typescript-eslint/utils';
import type { ScopeManager } from './bindings.js';
import { collectFacts } from './collect.js';
import type { ModuleFacts } from './module-facts.js';
import { isNestedTooDeep } from './nesting.js';

type Language = 'jsx' | 'ts' | 'tsx';
type SourceType = 'module' | 'commonjs';

interface Parser {
  parseSync(
    path: string,
    text: string,
    options: { lang: Language; sourceType: SourceType; astType: 'ts'; preserveParens: false; range: true },
  ): {
    readonly program: TSESTree.Program;
    readonly errors: readonly unknown[];
  };
}
interface ScopeAnalyzer {
  analyze(program: TSESTree.Program, options: { sourceType: 'module' | 'script'; globalReturn: boolean; lib: [] }): ScopeManager;
}

/** Both cost 40 to 80 ms to load: on first need, see decision 13 in docs/architecture.md. */
const require = createRequire(import.meta.url);
const parser = lazily(() => require('oxc-parser') as Parser);
const analyzer = lazily(() => require('@typescript-eslint/scope-manager') as ScopeAnalyzer);

function lazily<Module>(load: () => Module): () => Module {
  let loaded: { readonly module: Module } | undefined;
  return () => {
    loaded ??= { module: load() };
    return loaded.module;
  };
}

/** Undefined for a text that is no valid module or is nested beyond reason; `path` only tells the language. */
export function parseModule(text: string, path: string): ModuleFacts | undefined {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (isNestedTooDeep(source)) return undefined;
  for (const [lang, sourceType] of attemptsFor(path)) {
    const { program, errors } = parser().parseSync(path, source, { lang, sourceType, astType: 'ts', preserveParens: false, range: true });
    if (errors.length === 0) return factsOf(program, source, sourceType);
  }
  return undefined;
}

/** Whether a text could be read, without doing so. */
export function canBeParsed(text: string, path: string): boolean {
  if (isNestedTooDeep(text)) return false;
  const options = { astType: 'ts', preserveParens: false, range: true } as const;
  return attemptsFor(path).some(
    ([lang, sourceType]) => parser().parseSync(path, text, { lang, sourceType, ...options }).errors.length === 0,
  );
}

/** Plain scripts (`return` at the top, `with`, octal numbers) are CommonJS modules; types in a .js file are Flow's or a mistake. */
function attemptsFor(path: string): readonly (readonly [Language, SourceType])[] {
  if (/\.[cm]?ts$/iu.test(path))
    return [
      ['ts', 'module'],
      ['ts', 'commonjs'],
    ];
  if (/\.tsx$/iu.test(path))
    return [
      ['tsx', 'module'],
      ['tsx', 'commonjs'],
    ];
  return [
    ['jsx', 'module'],
    ['jsx', 'commonjs'],
    ['tsx', 'module'],
  ];
}

/** Undefined when the text is nested deeper than the scope analysis can go. */
function factsOf(program: TSESTree.Program, text: string, sourceType: SourceType): ModuleFacts | undefined {
  const isModule = sourceType === 'module';
  try {
    const scopes = analyzer().analyze(program, { sourceType: isModule ? 'module' : 'script', globalReturn: !isModule, lib: [] });
    return collectFacts(program, scopes, text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
