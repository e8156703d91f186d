import type { Node } from './syntax-tree.js';

export interface Token extends Node {
  readonly value: string;
}

const KEYWORDS = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends finally for function if import in ' +
    'instanceof new return super switch this throw try typeof var void while with yield let static implements interface package ' +
    'private protected public'
  ).split(' '),
);
const WORD = /[$_\p{ID_Start}][$\p{ID_Continue}\u200C\u200D]*/uy;
const PUNCTUATOR = /\.\.\.|=>|[=!]==?|\?\?=?|\?\.(?!\d)|&&=?|\|\|=?|\*\*=?|<<=?|<=|\+\+|--|[-+*/%&|^]=|#|[^\s]/uy;

/**
 * The tokens of a text with the nodes of its tree. Literals, templates and texts of JSX are told by the tree, and what is between them by its
 * letters: only there do characters stand for themselves.
 */
export function tokensOf(nodes: readonly Node[], comments: readonly Node[], text: string): readonly Token[] {
  const whole = [...comments, ...wholeTokens(nodes, text)].sort((one, other) => one.range[0] - other.range[0]);
  const shifts = shiftsIn(nodes, text);
  const tokens: Token[] = [];
  let offset = 0;
  for (const part of [...whole, { type: 'End', range: [text.length, text.length] } as const]) {
    tokens.push(...plainTokens(text, offset, part.range[0], shifts));
    if ('value' in part && part.type !== 'Line' && part.type !== 'Block')
      tokens.push({ ...part, value: text.slice(...part.range).replace(/^#/u, '') });
    offset = Math.max(offset, part.range[1]);
  }
  return tokens;
}

/** What the tree knows to be one token, whatever characters it is made of. */
function wholeTokens(nodes: readonly Node[], text: string): readonly Token[] {
  const found: Token[] = [];
  const inTags = new Set<unknown>();
  for (const node of nodes) {
    if (node.type === 'JSXAttribute' && 'value' in node) inTags.add(node.value);
    const type = inTags.has(node) && node.type === 'Literal' ? 'JSXText' : WHOLE.get(node.type)?.(node);
    const range = node.type === 'TemplateElement' ? templateRange(node, text) : node.range;
    if (type !== undefined && range[1] > range[0]) found.push({ type, range, value: '' });
  }
  return found;
}

/** By the type of node, the type of token. */
const WHOLE: ReadonlyMap<string, (node: Node) => string> = new Map([
  ['TemplateElement', () => 'Template'],
  ['JSXText', () => 'JSXText'],
  ['JSXIdentifier', () => 'JSXIdentifier'],
  ['PrivateIdentifier', () => 'PrivateIdentifier'],
  ['Literal', literalType],
]);

function literalType(node: Node): string {
  if ('regex' in node) return 'RegularExpression';
  const value = 'value' in node ? node.value : undefined;
  if (value === null && !('bigint' in node)) return 'Null';
  return typeof value === 'string' ? 'String' : typeof value === 'boolean' ? 'Boolean' : 'Numeric';
}

/** With the backquote or brace on either side, as tokens of templates have them. */
function templateRange({ range: [start, end] }: Node, text: string): Node['range'] {
  const isMarked = /[`}]/u.test(text.charAt(start));
  return isMarked ? [start, end] : [start - 1, text.startsWith('${', end) ? end + 2 : end + 1];
}

/** Places of `>>` and `>=` that are operators: elsewhere each `>` ends a list of types. */
function shiftsIn(nodes: readonly Node[], text: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const node of nodes) {
    if (!('operator' in node) || typeof node.operator !== 'string' || !('left' in node) || !('right' in node)) continue;
    const { operator, left, right } = node;
    if (!operator.startsWith('>') || operator === '>' || !hasRange(left) || !hasRange(right)) continue;
    const place = text.lastIndexOf(operator, right.range[0]);
    if (place >= left.range[1]) found.set(place, operator.length);
  }
  return found;
}

function hasRange(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function plainTokens(text: string, start: number, end: number, shifts: ReadonlyMap<number, number>): readonly Token[] {
  const tokens: Token[] = [];
  for (let offset = start; offset < end;) {
    const length = shifts.get(offset) ?? lengthAt(text, offset);
    const value = text.slice(offset, Math.min(offset + length, end));
    if (/\S/u.test(value)) tokens.push({ type: typeOf(value), value, range: [offset, offset + value.length] });
    offset += Math.max(value.length, 1);
  }
  return tokens;
}

function lengthAt(text: string, offset: number): number {
  for (const expression of [WORD, PUNCTUATOR]) {
    expression.lastIndex = offset;
    const [found] = expression.exec(text) ?? [];
    if (found !== undefined) return found.length;
  }
  return 1;
}

function typeOf(value: string): string {
  WORD.lastIndex = 0;
  if (!WORD.test(value)) return 'Punctuator';
  if (KEYWORDS.has(value)) return 'Keyword';
  return 'Identifier';
}
