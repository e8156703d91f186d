/** Assignments: to variables, to properties, and by destructuring. */
import { isModuleExports, recordExportWrite } from './commonjs.js';
import type { Lowering } from './lowering.js';
import type { Target, Value } from './module-facts.js';
import { bindPattern, lowerMemberTarget, type MemberTarget } from './patterns.js';
import { bare, type NodeOf, type Placed, spanOf } from './syntax.js';

export function lowerAssignment(node: NodeOf<'AssignmentExpression'>, at: Lowering): Value {
  const left = bare(node.left);
  const { operator } = node;
  const span = spanOf(node);
  if (left.type === 'MemberExpression') {
    const target = lowerMemberTarget(left, at);
    const value = at.value(node.right, isModuleExports(target) ? undefined : target.name);
    writeMember(target, written(target, operator, value, node), at);
    if (operator === '=') recordExportWrite(target, denoted(value), at);
    return { kind: 'assign', operator, target, value, span };
  }
  const value = at.value(node.right, left.type === 'Identifier' ? left.name : undefined);
  const target =
    left.type === 'Identifier' ? writeName(left, operator, value, node, at) : bindPattern(left, [{ value: denoted(value), path: [] }], at);
  return { kind: 'assign', operator, target, value, span };
}

/** `n++` writes what it denotes. */
export function lowerUpdate(node: NodeOf<'UpdateExpression'>, at: Lowering): Value {
  const argument = bare(node.argument);
  const span = spanOf(node);
  if (argument.type === 'MemberExpression') {
    const target = lowerMemberTarget(argument, at);
    const value: Value = { kind: 'operation', operator: node.operator, operands: [current(target)], span };
    writeMember(target, value, at);
    return value;
  }
  const value: Value = { kind: 'operation', operator: node.operator, operands: [at.value(argument)], span };
  const binding = at.bindings.find(argument);
  if (binding !== undefined) at.bindings.addSource(binding, { value, path: [] });
  return value;
}

function writeName(left: NodeOf<'Identifier'>, operator: string, value: Value, node: Placed, at: Lowering): Target {
  const binding = at.bindings.find(left);
  const name = at.nameValue(left);
  if (binding === undefined) return { kind: 'pattern', bindings: [] };
  const target: Target = { kind: 'binding', binding };
  at.bindings.addSource(binding, { value: denoted(combined(name, operator, value, node)), path: [] });
  return target;
}

function writeMember(target: MemberTarget, value: Value, at: Lowering): void {
  const { object, name, span } = target;
  at.memberWrites.push({ object, ...(name !== undefined && { name }), value, owner: at.functionId, span });
}

function written(target: MemberTarget, operator: string, value: Value, node: Placed): Value {
  return denoted(combined(current(target), operator, value, node));
}

/** `x = v` and `x ??= v` write v; `x += v` writes the operation on both. */
function combined(before: Value, operator: string, value: Value, node: Placed): Value {
  if (/^(?:=|&&=|\|\|=|\?\?=)$/u.test(operator)) return value;
  return { kind: 'operation', operator: operator.slice(0, -1), operands: [before, value], span: spanOf(node) };
}

function current({ object, name, key, span }: MemberTarget): Value {
  return { kind: 'member', object, ...(name !== undefined && { name }), ...(key && { key }), optional: false, span };
}

/** In `a = b = c` both are given c. */
export function denoted(value: Value): Value {
  return value.kind === 'assign' && value.operator === '=' ? denoted(value.value) : value;
}
