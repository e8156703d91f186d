/** Loops of every form. */
import { lowerAfterSignal } from './continuations.js';
import type { Lowering } from './lowering.js';
import type { LoopStep, Source, Target, Value } from './module-facts.js';
import { bindPattern } from './patterns.js';
import { type Node, type NodeOf, spanOf } from './syntax.js';

type IterationNode = NodeOf<'ForInStatement' | 'ForOfStatement'>;

export function lowerWhile(node: NodeOf<'DoWhileStatement' | 'WhileStatement'>, at: Lowering): LoopStep[] {
  const test = at.value(node.test);
  const variant = node.type === 'DoWhileStatement' ? 'do' : 'while';
  return [{ kind: 'loop', variant, init: [], test, body: at.body(node.body), span: spanOf(node) }];
}

export function lowerFor(node: NodeOf<'ForStatement'>, at: Lowering): LoopStep[] {
  const init = initOf(node.init, at);
  const test = node.test ? { test: at.value(node.test) } : {};
  const update = node.update ? { update: at.value(node.update) } : {};
  return [{ kind: 'loop', variant: 'for', init, ...test, ...update, body: at.body(node.body), span: spanOf(node) }];
}

function initOf(node: Node | null, at: Lowering): LoopStep['init'] {
  if (!node) return [];
  if (node.type === 'VariableDeclaration') return at.steps([node]);
  const value: Value = at.value(node);
  return [{ kind: 'evaluate', value, span: value.span }];
}

/** The elements of for-of come from the iterable; the keys of for-in come from nothing that matters. */
export function lowerIteration(node: IterationNode, at: Lowering): LoopStep[] {
  const iterable = at.value(node.right);
  const isOf = node.type === 'ForOfStatement';
  const target = targetOf(node.left, isOf ? [{ value: iterable, path: ['*'] }] : [], at);
  const variant = !isOf ? 'in' : node.await ? 'await-of' : 'of';
  const body = (variant === 'await-of' ? lowerAfterSignal(node.body, iterable, at) : undefined) ?? at.body(node.body);
  return [{ kind: 'loop', variant, init: [], iterable, target, body, span: spanOf(node) }];
}

function targetOf(left: Node, sources: readonly Source[], at: Lowering): Target {
  const [declarator] = left.type === 'VariableDeclaration' ? left.declarations : [];
  return bindPattern(declarator ? declarator.id : left, sources, at);
}
