/** The expressions inside a node that has no value of its own: JSX, `yield`, and whatever a later standard brings. */
import { type Node, spanOf } from './syntax.js';

/** Fields that lead to other nodes of the tree but hold nothing that runs. */
const SILENT_FIELDS = new Set(['parent', 'loc', 'range', 'tokens', 'comments', 'typeAnnotation', 'typeArguments', 'typeParameters']);
/** JSX that is mere structure: its parts are looked for inside it. */
const STRUCTURE = new Set([
  'JSXAttribute',
  'JSXElement',
  'JSXExpressionContainer',
  'JSXFragment',
  'JSXOpeningElement',
  'JSXSpreadAttribute',
  'JSXSpreadChild',
]);
const NOTHING = /^(?:TS|JSX(?:Closing|Empty|Identifier|Member|Namespaced|OpeningFragment|Text))/u;

export function partsOf(node: Node): Node[] {
  if (NOTHING.test(node.type)) return [];
  const children = Object.entries(node).flatMap(([field, value]) => (SILENT_FIELDS.has(field) ? [] : nodesIn(value)));
  const parts = children.flatMap((child) => (isSplit(node, child) ? partsOf(child) : [child]));
  return parts.filter(({ type }) => !NOTHING.test(type)).sort((a, b) => spanOf(a)[0] - spanOf(b)[0]);
}

function nodesIn(value: unknown): Node[] {
  return Array.isArray(value) ? value.flatMap(nodesIn) : isNode(value) ? [value] : [];
}

/** Elements inside elements stay values of their own, so that deep markup cannot overflow the stack. */
function isSplit(parent: Node, child: Node): boolean {
  const isOwnValue = child.type === 'JSXElement' || child.type === 'JSXFragment';
  return STRUCTURE.has(child.type) && !(isOwnValue && parent.type.startsWith('JSX'));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
