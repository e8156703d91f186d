import type { Lowering } from './lowering.js';
import type { ChoiceValue, Value } from './module-facts.js';
import { inProduction } from './production.js';
import { type Node, type NodeOf, spanOf } from './syntax.js';

/** `test ? a : b`, of which `lower` makes what it is where it stands. */
export function lowerChoice(node: NodeOf<'ConditionalExpression'>, at: Lowering, lower: (option: Node) => Value): ChoiceValue {
  const test = at.value(node.test);
  const way = inProduction(node.test, at.text);
  const options = [...(way === false ? [] : [lower(node.consequent)]), ...(way === true ? [] : [lower(node.alternate)])];
  return { kind: 'choice', operator: '?', test, options, span: spanOf(node) };
}
