/** One module's syntax tree, from whichever parser, lowered to facts. */
import type { TSESTree } from '@typescript-eslint/utils';
import { Bindings, type ScopeManager } from './bindings.js';
import { continuing, lowerWithWaits } from './continuations.js';
import { foldConstructorFunctions } from './constructor-functions.js';
import { place } from './functions.js';
import { Lowering } from './lowering.js';
import type { ModuleFacts } from './module-facts.js';
import { lowerStatement } from './steps.js';
import type { Node, NodeType } from './syntax.js';
import { lowerValue } from './values.js';

/** Every type is given, so that a new kind of module syntax is decided on. */
const MODULE_SYNTAX: ReadonlySet<NodeType> = new Set([
  'ExportAllDeclaration',
  'ExportDefaultDeclaration',
  'ExportNamedDeclaration',
  'ImportDeclaration',
] as const);

/**
 * `ast` and `scopeManager` as ESLint has them, or as `parseModule` makes them; `text` without a byte order mark.
 * Never throws because of what the module says: unknown syntax becomes values of the kind `unknown`.
 */
export function collectFacts(ast: TSESTree.Program, scopeManager: ScopeManager, text: string): ModuleFacts {
  const at = new Lowering(text, new Bindings(scopeManager, text), { value: lowerValue, steps: lowerStatement });
  const id = at.openFunction(ast);
  const span = [0, text.length] as const;
  const body = lowerWithWaits(ast.body, at);
  const flags = { async: at.onlyInModules, generator: false, arrow: false };
  place({ id, span, bodySpan: span, ...flags, owner: -1, parameters: [], body }, at);
  const facts: ModuleFacts = {
    hashbang: text.startsWith('#!'),
    format: formatOf(ast.body, at),
    imports: at.imports.sort((a, b) => a.span[0] - b.span[0]),
    exports: at.exports,
    bindings: at.bindings.facts(at.functionIds, continuing(at.functions)),
    functions: at.functions,
    classes: at.classes,
    memberWrites: at.memberWrites,
  };
  return { ...facts, ...foldConstructorFunctions(facts, text) };
}

function formatOf(body: readonly Node[], at: Lowering): ModuleFacts['format'] {
  if (at.onlyInModules || body.some(({ type }) => MODULE_SYNTAX.has(type))) return 'esm';
  return at.usesCommonJs ? 'cjs' : 'script';
}
