/** Destructuring: which binding receives which part of a value. */
import type { Lowering } from './lowering.js';
import type { Source, Target, Value } from './module-facts.js';
import { bare, keyName, type Node, type NodeOf, spanOf } from './syntax.js';
import { lowerType } from './types.js';

export type MemberTarget = Extract<Target, { kind: 'member' }>;

/** Gives the sources to every binding of the pattern; without any the bindings only get their types. */
export function bindPattern(pattern: Node, sources: readonly Source[], at: Lowering): Target {
  const node = bare(pattern);
  if (node.type === 'MemberExpression') return writePart(node, sources, at);
  const bindings: number[] = [];
  bind(node, sources, { at, bindings });
  const [only] = bindings;
  return node.type === 'Identifier' && only !== undefined ? { kind: 'binding', binding: only } : { kind: 'pattern', bindings };
}

/** A default that is destructured further is one more source of what lies inside. */
export function withFallback(pattern: Node, sources: readonly Source[], fallback: Value): Source[] {
  if (pattern.type === 'Identifier') return sources.map((source) => ({ ...source, fallback }));
  return [...sources, { value: fallback, path: [] }];
}

export function lowerMemberTarget(node: NodeOf<'MemberExpression'>, at: Lowering): MemberTarget {
  const object = at.value(node.object);
  const name = keyName(node.property, node.computed);
  const key = name === undefined ? { key: at.value(node.property) } : { name };
  return { kind: 'member', object, ...key, span: spanOf(node) };
}

interface Visit {
  readonly at: Lowering;
  readonly bindings: number[];
}

function bind(pattern: Node, sources: readonly Source[], visit: Visit): void {
  const node = bare(pattern);
  visit.at.deeper(() => {
    if (node.type === 'Identifier') bindName(node, sources, visit);
    else if (node.type === 'AssignmentPattern') bindDefault(node, sources, visit);
    else if (node.type === 'ObjectPattern') bindProperties(node, sources, visit);
    else if (node.type === 'ArrayPattern') bindElements(node, sources, visit);
    else if (node.type === 'RestElement') bindRest(node, sources, visit);
    else if (node.type === 'MemberExpression') writePart(node, sources, visit.at);
  });
}

/** The annotation of `...names: string[]` stands at the dots. */
function bindRest(node: NodeOf<'RestElement'>, sources: readonly Source[], visit: Visit): void {
  const { bindings } = visit.at;
  const binding = bindings.find(node.argument);
  const type = lowerType(node.typeAnnotation, visit.at);
  if (binding !== undefined && type) bindings.setType(binding, type);
  bind(node.argument, step(sources, '...'), visit);
}

function bindName(node: NodeOf<'Identifier'>, sources: readonly Source[], { at, bindings }: Visit): void {
  const binding = at.bindings.find(node);
  if (binding === undefined) return;
  bindings.push(binding);
  const type = lowerType(node.typeAnnotation, at);
  if (type) at.bindings.setType(binding, type);
  for (const source of sources) at.bindings.addSource(binding, source);
}

function bindDefault(node: NodeOf<'AssignmentPattern'>, sources: readonly Source[], visit: Visit): void {
  const fallback = visit.at.value(node.right, node.left.type === 'Identifier' ? node.left.name : undefined);
  bind(node.left, withFallback(node.left, sources, fallback), visit);
}

function bindProperties(node: NodeOf<'ObjectPattern'>, sources: readonly Source[], visit: Visit): void {
  for (const property of node.properties) {
    if (property.type === 'RestElement') bind(property, sources, visit);
    else bind(property.value, step(sources, keyName(property.key, property.computed) ?? '*'), visit);
  }
}

function bindElements(node: NodeOf<'ArrayPattern'>, sources: readonly Source[], visit: Visit): void {
  for (const [index, element] of node.elements.entries()) {
    if (element) bind(element, element.type === 'RestElement' ? sources : step(sources, `*${String(index)}`), visit);
  }
}

function step(sources: readonly Source[], name: string): Source[] {
  return sources.map((source) => ({ ...source, path: [...source.path, name] }));
}

/** `[this.server] = …`: the property is given that part of the value. */
function writePart(node: NodeOf<'MemberExpression'>, sources: readonly Source[], at: Lowering): MemberTarget {
  const target = lowerMemberTarget(node, at);
  const { object, name, span } = target;
  for (const source of sources) {
    const value = source.value && partOf(source.value, source.path);
    if (value) at.memberWrites.push({ object, ...(name !== undefined && { name }), value, owner: at.functionId, span });
  }
  return target;
}

function partOf(value: Value, path: readonly string[]): Value {
  return path.reduce<Value>(
    (object, name) => ({ kind: 'member', object, name: name.replace(/^\*(?=\d)/u, ''), optional: false, span: object.span }),
    value,
  );
}
