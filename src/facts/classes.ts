/** Classes with their members, which run at different times and therefore are no steps of one body. */
import { decoratorsOf } from './decorators.js';
import { lowerFunction, lowerStaticBlock, place } from './functions.js';
import type { Lowering } from './lowering.js';
import type { ClassMember, Span, Step, Value } from './module-facts.js';
import { bare, type ClassNode, isFunction, keyName, type Node, type NodeOf, spanOf } from './syntax.js';
import { lowerType } from './types.js';

type MethodNode = NodeOf<'MethodDefinition'>;
type FieldNode = NodeOf<'AccessorProperty' | 'PropertyDefinition' | 'TSAbstractAccessorProperty' | 'TSAbstractPropertyDefinition'>;

/** Lowers the class and returns its id; `given` is the variable or property that it is given to. */
export function lowerClass(node: ClassNode, at: Lowering, given?: string): number {
  const id = at.openClass();
  const decorators = decoratorsOf(node, at);
  const superclass = node.superClass ? at.value(node.superClass) : undefined;
  const interfaces = interfacesOf(node);
  const binding = node.id ? at.bindings.find(node.id) : undefined;
  const name = node.id?.name ?? given;
  const written = at.within(at.functionId, id, () => node.body.body.flatMap((member) => lowerMember(member, at)));
  const members = withConstructor(node, id, written, at);
  at.classes[id] = {
    id,
    ...(name !== undefined && { name }),
    ...(binding !== undefined && { binding }),
    span: spanOf(node),
    ...(superclass && { superclass }),
    ...(interfaces.length > 0 && { interfaces }),
    decorators,
    members,
  };
  return id;
}

/** Parsers of JavaScript give none. */
function interfacesOf({ implements: named = [] }: Partial<Pick<ClassNode, 'implements'>>): readonly string[] {
  return named.flatMap(({ expression }) => (expression.type === 'Identifier' ? [expression.name] : []));
}

const DOES_NOTHING: ReadonlySet<Value['kind']> = new Set(['function', 'literal']);

/** Fields whose values do something need a constructor to be set in, written or not. */
function withConstructor(node: ClassNode, classId: number, members: readonly ClassMember[], at: Lowering): readonly ClassMember[] {
  const values = members.flatMap((member) =>
    member.kind === 'field' && !member.static && member.value && !DOES_NOTHING.has(member.value.kind) ? [member.value] : [],
  );
  if (values.length === 0 || members.some(({ kind }) => kind === 'constructor')) return members;
  const id = at.openFunction(node.body);
  const [start] = spanOf(node.body);
  const span: Span = [start, start];
  const body = values.map((value): Step => ({ kind: 'evaluate', value, span: value.span }));
  const flags = { async: false, generator: false, arrow: false, implicit: true } as const;
  place({ id, name: 'constructor', span, bodySpan: span, ...flags, owner: at.functionId, class: classId, parameters: [], body }, at);
  return [...members, { kind: 'constructor', static: false, private: false, function: id, decorators: [], span }];
}

function lowerMember(node: Node, at: Lowering): ClassMember[] {
  switch (node.type) {
    case 'MethodDefinition':
      return lowerMethod(node, at);
    case 'AccessorProperty':
    case 'PropertyDefinition':
    case 'TSAbstractAccessorProperty':
    case 'TSAbstractPropertyDefinition':
      return [lowerField(node, at)];
    case 'StaticBlock':
      return [{ kind: 'static', static: true, private: false, function: lowerStaticBlock(node, at), decorators: [], span: spanOf(node) }];
    default:
      return [];
  }
}

/** Overloads have no body and vanish. */
function lowerMethod(node: MethodNode, at: Lowering): ClassMember[] {
  const { value, kind } = node;
  if (!isFunction(value)) return [];
  const member = memberOf(node, at);
  const id = lowerFunction(value, at, { name: member.name, member: true });
  const lowered = { ...member, kind, function: id };
  return kind === 'constructor' ? [lowered, ...parameterProperties(value.params, id, at)] : [lowered];
}

function lowerField(node: FieldNode, at: Lowering): ClassMember {
  const member = memberOf(node, at);
  const type = lowerType(node.typeAnnotation, at);
  const value = node.value ? fieldValue(node.value, member.name, at) : undefined;
  return { ...member, kind: 'field', ...(value && { value }), ...(type && { type }) };
}

function fieldValue(node: Node, name: string | undefined, at: Lowering): Value {
  const value = bare(node);
  if (!isFunction(value)) return at.value(node, name);
  return { kind: 'function', function: lowerFunction(value, at, { name, member: true }), span: spanOf(value) };
}

function memberOf(node: MethodNode | FieldNode, at: Lowering): Omit<ClassMember, 'kind'> {
  const name = keyName(node.key, node.computed);
  const isPrivate = node.key.type === 'PrivateIdentifier' || node.accessibility === 'private';
  const decorators = decoratorsOf(node, at);
  return { ...(name !== undefined && { name }), static: node.static, private: isPrivate, decorators, span: spanOf(node) };
}

/** `constructor(private readonly pool: Pool)` declares the field `pool`. */
function parameterProperties(parameters: readonly Node[], functionId: number, at: Lowering): ClassMember[] {
  return parameters.flatMap((node, parameter): ClassMember[] => {
    const fact = at.functions[functionId]?.parameters[parameter];
    if (node.type !== 'TSParameterProperty' || fact?.name === undefined) return [];
    const { name, type, decorators = [] } = fact;
    const isPrivate = node.accessibility === 'private';
    return [{ name, kind: 'field', static: false, private: isPrivate, parameter, ...(type && { type }), decorators, span: spanOf(node) }];
  });
}
