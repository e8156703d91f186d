/** What an expression denotes. */
import { inProduction } from './production.js';
import { lowerAssignment, lowerUpdate } from './assignments.js';
import { lowerCall, lowerDynamicImport, lowerTaggedTemplate } from './calls.js';
import { lowerChoice } from './choices.js';
import { lowerClass } from './classes.js';
import { lowerFunction } from './functions.js';
import type { Lowering } from './lowering.js';
import type { ChoiceValue, PropertyFact, Value } from './module-facts.js';
import { partsOf } from './parts.js';
import { bare, cookedTexts, isFunction, keyName, type Node, type NodeOf, type RuleTable, ruleFor, spanOf, stringOf } from './syntax.js';

const VALUES: RuleTable<Lowering, Value> = {
  ArrayExpression: (node, at) => ({ kind: 'array', items: node.elements.map((item) => lowerItem(item, node, at)), span: spanOf(node) }),
  AssignmentExpression: lowerAssignment,
  AwaitExpression: lowerAwait,
  BinaryExpression: lowerBinary,
  CallExpression: lowerCall,
  ConditionalExpression: lowerConditional,
  Identifier: (node, at) => at.nameValue(node),
  ImportExpression: lowerDynamicImport,
  Literal: lowerLiteral,
  LogicalExpression: lowerLogical,
  MemberExpression: lowerMember,
  MetaProperty: lowerMetaProperty,
  NewExpression: lowerCall,
  ObjectExpression: (node, at) => ({
    kind: 'object',
    properties: node.properties.map((item) => lowerProperty(item, at)),
    span: spanOf(node),
  }),
  PrivateIdentifier: (node) => ({ kind: 'literal', value: node.name, span: spanOf(node) }),
  SequenceExpression: (node, at) => ({ kind: 'operation', operator: ',', operands: at.values(node.expressions), span: spanOf(node) }),
  SpreadElement: (node, at) => ({ kind: 'spread', value: at.value(node.argument), span: spanOf(node) }),
  Super: (node) => ({ kind: 'this', super: true, span: spanOf(node) }),
  TaggedTemplateExpression: lowerTaggedTemplate,
  TemplateLiteral: lowerTemplate,
  ThisExpression: (node) => ({ kind: 'this', super: false, span: spanOf(node) }),
  UnaryExpression: lowerUnary,
  UpdateExpression: lowerUpdate,
};

/** `name` is the variable or property that the value is given to. */
export function lowerValue(wrapped: Node, at: Lowering, name?: string): Value {
  const node = bare(wrapped);
  const span = spanOf(node);
  if (isFunction(node)) return knownInside(node.id, { kind: 'function', function: lowerFunction(node, at, { name }), span }, at);
  if (node.type === 'ClassExpression') return knownInside(node.id, { kind: 'class', class: lowerClass(node, at, name), span }, at);
  return ruleFor(VALUES, node)?.(node, at) ?? { kind: 'unknown', parts: at.values(partsOf(node)), span };
}

/** A function or class expression can refer to itself by its own name. */
function knownInside(name: Node | null, value: Value, { bindings }: Lowering): Value {
  const binding = name ? bindings.find(name) : undefined;
  if (binding !== undefined) bindings.addSource(binding, { value, path: [] });
  return value;
}

function lowerItem(item: Node | null, array: Node, at: Lowering): Value {
  return item ? at.value(item) : { kind: 'unknown', parts: [], span: spanOf(array) };
}

function lowerAwait(node: NodeOf<'AwaitExpression'>, at: Lowering): Value {
  if (at.functionId === 0) at.onlyInModules = true;
  return { kind: 'await', value: at.value(node.argument), span: spanOf(node) };
}

function lowerConditional(node: NodeOf<'ConditionalExpression'>, at: Lowering): Value {
  return lowerChoice(node, at, (option) => at.value(option));
}

/** Chains of one operator lean to the left; they are walked in a loop since generated code has thousands of links. */
function operandsOf(node: NodeOf<'BinaryExpression' | 'LogicalExpression'>): Node[] {
  const operands: Node[] = [];
  let left: Node = node;
  while (left.type === node.type && left.operator === node.operator) {
    operands.push(left.right);
    left = bare(left.left);
  }
  return [left, ...operands.reverse()];
}

function lowerBinary(node: NodeOf<'BinaryExpression'>, at: Lowering): Value {
  return { kind: 'operation', operator: node.operator, operands: at.values(operandsOf(node)), span: spanOf(node) };
}

function lowerLogical(node: NodeOf<'LogicalExpression'>, at: Lowering): ChoiceValue {
  if (node.operator === '&&' && inProduction(node.left, at.text) === false)
    return { kind: 'choice', operator: node.operator, options: [at.value(node.left)], span: spanOf(node) };
  return { kind: 'choice', operator: node.operator, options: at.values(operandsOf(node)), span: spanOf(node) };
}

function lowerLiteral(node: NodeOf<'Literal'>, { text }: Lowering): Value {
  const span = spanOf(node);
  if ('regex' in node) return { kind: 'literal', value: text.slice(...span), regex: true, span };
  const value = 'bigint' in node ? Number(node.bigint) : node.value;
  if (value === Infinity) return { kind: 'global', name: 'Infinity', span };
  return { kind: 'literal', value: isPlain(value) ? value : null, span };
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** `-1` is a number like any other; no `-0`, which JSON does not keep. */
function lowerUnary({ operator, argument, ...node }: NodeOf<'UnaryExpression'>, at: Lowering): Value {
  const [operand, span] = [at.value(argument), spanOf(node)];
  if (operator === '-' && operand.kind === 'literal' && typeof operand.value === 'number')
    return { ...operand, value: 0 - operand.value, span };
  return { kind: 'operation', operator, operands: [operand], span };
}

function lowerMember(node: NodeOf<'MemberExpression'>, at: Lowering): Value {
  const object = at.value(node.object);
  const name = keyName(node.property, node.computed);
  const key = name === undefined ? { key: at.value(node.property) } : { name };
  return { kind: 'member', object, ...key, optional: node.optional, span: spanOf(node) };
}

function lowerMetaProperty(node: NodeOf<'MetaProperty'>, at: Lowering): Value {
  if (node.meta.name === 'import') at.onlyInModules = true;
  return { kind: 'global', name: `${node.meta.name}.${node.property.name}`, span: spanOf(node) };
}

function lowerProperty(node: NodeOf<'Property' | 'SpreadElement'>, at: Lowering): PropertyFact {
  if (node.type === 'SpreadElement') return { kind: 'spread', value: at.value(node.argument) };
  const name = keyName(node.key, node.computed);
  const kind = node.method ? 'method' : node.kind;
  return { ...(name !== undefined && { name }), kind: kind === 'init' ? 'property' : kind, value: at.value(node.value, name) };
}

function lowerTemplate(node: NodeOf<'TemplateLiteral'>, at: Lowering): Value {
  const text = stringOf(node);
  const span = spanOf(node);
  if (text !== undefined) return { kind: 'literal', value: text, span };
  return { kind: 'template', quasis: cookedTexts(node), parts: at.values(node.expressions), span };
}
