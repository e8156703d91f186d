/** Functions of every form. */
import type { Lowering } from './lowering.js';
import { lowerWithWaits } from './continuations.js';
import { decoratorsOf } from './decorators.js';
import type { FunctionFact, ParameterFact, Step, Target } from './module-facts.js';
import { bindPattern, withFallback } from './patterns.js';
import { type FunctionNode, type Node, type NodeOf, spanOf } from './syntax.js';
import { lowerType } from './types.js';

interface Given {
  /** What it is called where it is given to something. */
  readonly name?: string | undefined;
  /** Whether it belongs to the class at hand, so that its `this` is known. */
  readonly member?: boolean;
}

/** Lowers the function and returns its id. */
export function lowerFunction(node: FunctionNode, at: Lowering, given: Given = {}): number {
  const id = at.openFunction(node);
  const owner = at.functionId;
  const name = node.id?.name ?? given.name;
  const arrow = node.type === 'ArrowFunctionExpression';
  const isBound = at.boundToThis.has(node);
  const classId = arrow || isBound || given.member ? at.classId : undefined;
  const returnType = lowerType(node.returnType, at);
  const inside = at.within(id, classId, () => ({
    parameters: node.params.filter((parameter) => !isThis(parameter)).map((parameter, index) => lowerParameter(parameter, index, at)),
    body: lowerBody(node.body, at),
  }));
  const flags = { async: node.async, generator: node.generator, arrow, ...(isBound && { boundToThis: true as const }) };
  const spans = { span: spanOf(node), bodySpan: spanOf(node.body) };
  place({ id, ...named(name), ...spans, ...flags, owner, ...ofClass(classId), ...(returnType && { returnType }), ...inside }, at);
  return id;
}

/** `static { … }` as a function of the class at hand. */
export function lowerStaticBlock(node: NodeOf<'StaticBlock'>, at: Lowering): number {
  const id = at.openFunction(node);
  const owner = at.functionId;
  const span = spanOf(node);
  const body = at.within(id, at.classId, () => at.steps(node.body));
  const flags = { async: false, generator: false, arrow: false };
  place({ id, name: 'static', span, bodySpan: span, ...flags, owner, ...ofClass(at.classId), parameters: [], body }, at);
  return id;
}

export function place(fact: FunctionFact, at: Lowering): void {
  at.functions[fact.id] = fact;
}

function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}

function ofClass(classId: number | undefined): { class?: number } {
  return classId === undefined ? {} : { class: classId };
}

function lowerBody(body: Node, at: Lowering): Step[] {
  if (body.type === 'BlockStatement') return lowerWithWaits(body.body, at);
  return [{ kind: 'return', value: at.value(body), span: spanOf(body) }];
}

/** TypeScript's `this: Type` is no parameter at run time. */
function isThis(parameter: Node): boolean {
  return parameter.type === 'Identifier' && parameter.name === 'this';
}

function lowerParameter(node: Node, index: number, at: Lowering): ParameterFact {
  const whole = node.type === 'TSParameterProperty' ? node.parameter : node;
  const [pattern, fallback] = whole.type === 'AssignmentPattern' ? [whole.left, at.value(whole.right, nameOf(whole.left))] : [whole];
  const rest = pattern.type === 'RestElement';
  const decorators = decoratorsOf(node, at);
  const sources = [{ parameter: index, path: [] }];
  const target = bindPattern(pattern, fallback ? withFallback(pattern, sources, fallback) : sources, at);
  const name = nameOf(rest ? pattern.argument : pattern);
  const type = 'typeAnnotation' in pattern ? lowerType(pattern.typeAnnotation, at) : undefined;
  return {
    ...named(name),
    ...(name !== undefined && boundTo(target)),
    ...(type && { type }),
    rest,
    ...(fallback && { fallback }),
    ...(decorators.length > 0 && { decorators }),
  };
}

function nameOf(pattern: Node): string | undefined {
  return pattern.type === 'Identifier' ? pattern.name : undefined;
}

function boundTo(target: Target): { binding?: number } {
  const binding = target.kind === 'binding' ? target.binding : target.kind === 'pattern' ? target.bindings[0] : undefined;
  return binding === undefined ? {} : { binding };
}
