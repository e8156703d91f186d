/** The syntax tree as both sources give it: ESLint's parsers (with `range`) and oxc-parser (with `start` and `end`). */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Span } from './module-facts.js';

export type Node = TSESTree.Node;
type NodesByType = { [N in Node as `${N['type']}`]: N };
export type NodeType = keyof NodesByType;
export type NodeOf<T extends NodeType> = NodesByType[T];
export type FunctionNode = NodeOf<'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression'>;
export type ClassNode = NodeOf<'ClassDeclaration' | 'ClassExpression'>;

/** Written as a method so that a lowering of one node type fits into the table of all. */
type Rule<Context, Result> = { lower(node: Node, at: Context): Result }['lower'];
export type RuleTable<Context, Result> = { readonly [T in NodeType]?: (node: NodesByType[T], at: Context) => Result };

/** The table's entry for the node, or undefined for a node type that it does not know. */
export function ruleFor<Context, Result>(table: RuleTable<Context, Result>, node: Node): Rule<Context, Result> | undefined {
  const byType: Readonly<Record<string, Rule<Context, Result> | undefined>> = table;
  return Object.hasOwn(byType, node.type) ? byType[node.type] : undefined;
}

export interface Placed {
  readonly range?: readonly [number, number] | undefined;
  readonly start?: number;
  readonly end?: number;
}

export function spanOf({ range, start = 0, end = 0 }: Placed): Span {
  return range ? [range[0], range[1]] : [start, end];
}

/** The name alone: the sources count the annotation of `x: Type`, and some the decorators of a parameter, to the identifier. */
export function nameSpan(identifier: Placed & { readonly decorators?: unknown }, name: string, text: string): Span {
  const [start, end] = spanOf(identifier);
  if (text.startsWith(name, start)) return [start, start + name.length];
  const decorators: unknown = identifier.decorators;
  const last: unknown = Array.isArray(decorators) ? decorators.at(-1) : undefined;
  const found = isPlaced(last) ? text.indexOf(name, spanOf(last)[1]) : -1;
  return found === -1 ? [start, end] : [found, found + name.length];
}

function isPlaced(value: unknown): value is Placed {
  return typeof value === 'object' && value !== null && ('range' in value || 'start' in value);
}

/** The expression inside parentheses, optional chains and everything that TypeScript wraps around a value. */
export function bare(node: Node): Node {
  switch (node.type) {
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSInstantiationExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return bare(node.expression);
    default:
      return isParenthesized(node) ? bare(node.expression) : node;
  }
}

/** Babel's `createParenthesizedExpressions`; no node of ESTree. */
function isParenthesized(node: object): node is { readonly expression: Node } {
  return 'type' in node && node.type === 'ParenthesizedExpression';
}

export function isFunction(node: Node): node is FunctionNode {
  return node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression' || node.type === 'FunctionDeclaration';
}

/** The text of a string literal or of a template literal without parts. */
export function stringOf(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return cookedTexts(node)[0];
  return undefined;
}

/** The raw text where an escape is invalid (allowed in tagged templates). */
export function cookedTexts(node: NodeOf<'TemplateLiteral'>): string[] {
  return node.quasis.map(({ value }) => value.cooked ?? value.raw);
}

/** The name of a property; undefined for a computed key that is neither a literal nor a well-known symbol. */
export function keyName(key: Node, computed: boolean): string | undefined {
  if (key.type === 'PrivateIdentifier') return key.name;
  if (key.type === 'Identifier' && !computed) return key.name;
  if (key.type === 'Literal' && typeof key.value === 'number') return String(key.value);
  if (key.type === 'MemberExpression' && !key.computed) return wellKnownSymbol(key);
  return stringOf(key);
}

function wellKnownSymbol({ object, property }: NodeOf<'MemberExpression'>): string | undefined {
  const isSymbol = object.type === 'Identifier' && object.name === 'Symbol' && property.type === 'Identifier';
  return isSymbol ? `@@${property.name}` : undefined;
}

/** The name in `import { name }`, `export { x as name }`: an identifier or a string. */
export function moduleName(node: Node): string {
  return node.type === 'Identifier' ? node.name : (stringOf(node) ?? '');
}

/** In place before anything runs, or no part of what runs. */
export function isHoisted({ type }: Node): boolean {
  return type === 'FunctionDeclaration' || type.startsWith('Export') || type.startsWith('Import') || type.startsWith('TS');
}
