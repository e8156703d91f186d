/** `@Injectable()` on a class, a member or a parameter. */
import type { Lowering } from './lowering.js';
import type { Value } from './module-facts.js';
import type { Node } from './syntax.js';

/** Espree's nodes have no list of decorators at all. */
export function decoratorsOf(node: { readonly decorators?: readonly { readonly expression: Node }[] } | Node, at: Lowering): Value[] {
  const decorators = 'decorators' in node ? (node.decorators ?? []) : [];
  return decorators.map(({ expression }) => at.value(expression));
}
