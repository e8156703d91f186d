/**
 * A parser for ESLint that needs no TypeScript: projects on TypeScript 7 have none that `@typescript-eslint/parser` can load, since
 * npm puts what that parser needs beside the TypeScript of the project. It says nothing of types, and is several times as fast.
 */
import { createRequire } from 'node:module';
import type { Linter, Scope, SourceCode } from 'eslint';
import { isNestedTooDeep } from '../facts/nesting.js';
import { Lines, nodesOf, type Comment, type Node, type Position } from './syntax-tree.js';
import { tokensOf } from './tokens.js';

interface Parsed {
  readonly program: Node;
  readonly comments: readonly Comment[];
  readonly errors: readonly { readonly message: string; readonly labels: readonly { readonly start: number }[] }[];
}

interface Located extends Node {
  loc?: { readonly start: Position; readonly end: Position };
}

interface Parser {
  readonly parseSync: (file: string, text: string, options: object) => Parsed;
}

interface Analyzer {
  readonly analyze: (program: Node, options: object) => Scope.ScopeManager;
}

interface Keys {
  readonly visitorKeys: SourceCode.VisitorKeys;
}

interface Options {
  readonly filePath?: string;
  readonly sourceType?: string;
}

const require = createRequire(import.meta.url);

/** Beside the scope manager, which comes with it. */
function visitorKeys(): SourceCode.VisitorKeys {
  const beside = createRequire(require.resolve('@typescript-eslint/scope-manager'));
  return (beside('@typescript-eslint/visitor-keys') as Keys).visitorKeys;
}

/** As ESLint knows it, a place is a line and a column from 1. */
class ParsingError extends SyntaxError {
  constructor(
    message: string,
    readonly lineNumber: number,
    readonly column: number,
  ) {
    super(message);
  }
}

/** As configurations name a parser. */
export const parserWithoutTypeScript = {
  meta: { name: 'graceful-shutdown/typescript', version: '1' },
  parseForESLint: (text: string, options: object = {}): Linter.ESLintParseResult => parseTypeScript(text, options),
};

function parseTypeScript(text: string, { filePath = 'text.ts', sourceType }: Options): Linter.ESLintParseResult {
  return parseAs(/x$/u.test(filePath) ? 'tsx' : 'ts', sourceType === undefined || sourceType === 'module' ? 'module' : 'commonjs', text);
}

/** Throws a SyntaxError with `lineNumber` and `column` for what cannot be read. */
export function parseAs(lang: 'js' | 'ts' | 'tsx', sourceType: 'module' | 'commonjs', text: string): Linter.ESLintParseResult {
  if (isNestedTooDeep(text)) throw new ParsingError('The file is nested too deep to be read.', 1, 1);
  const { parseSync } = require('oxc-parser') as Parser;
  const { analyze } = require('@typescript-eslint/scope-manager') as Analyzer;
  const parsed = parseSync(`text.${lang}`, text, {
    lang,
    sourceType,
    astType: 'ts',
    preserveParens: false,
    range: true,
  });
  const lines = new Lines(text);
  const [error] = parsed.errors;
  if (error) {
    const { line, column } = lines.at(error.labels[0]?.start ?? 0);
    throw new ParsingError(error.message, line, column + 1);
  }
  const ast = completed(parsed, text, lines);
  const isModule = sourceType === 'module';
  const scopeManager = analyze(ast, { sourceType: isModule ? 'module' : 'script', globalReturn: !isModule, lib: ['esnext'] });
  return { ast: asProgram(ast), scopeManager, visitorKeys: visitorKeys(), services: {} };
}

/** With all that ESLint asks of a tree beyond ESTree: locations, comments and tokens. */
function completed({ program, comments }: Parsed, text: string, lines: Lines): Node {
  const locate = (node: Located): void => {
    node.loc = { start: lines.at(node.range[0]), end: lines.at(node.range[1]) };
  };
  const nodes = nodesOf(program);
  nodes.forEach(locate);
  const noted = comments.map((comment): Comment & { readonly range: Node['range'] } => ({
    ...comment,
    range: [comment.start, comment.end],
  }));
  const tokens = tokensOf(nodes, noted, text);
  for (const token of [...noted, ...tokens]) locate(token);
  return Object.assign(program, { comments: noted, tokens });
}

function asProgram(node: Node): Linter.ESLintParseResult['ast'] {
  if (!isProgram(node)) throw new TypeError('The parser gave no program.');
  return node;
}

function isProgram(node: object): node is Linter.ESLintParseResult['ast'] {
  return 'type' in node && node.type === 'Program' && 'tokens' in node && 'comments' in node && 'loc' in node;
}
