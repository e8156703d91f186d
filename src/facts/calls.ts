/** Calls, and the calls that are imports. */
import { besideSpecifier } from './beside.js';
import { recordExportCall } from './commonjs.js';
import type { Lowering } from './lowering.js';
import { lowerChoice } from './choices.js';
import type { CallValue, ImportValue, Value } from './module-facts.js';
import { bare, keyName, type Node, type NodeOf, spanOf, stringOf } from './syntax.js';
import { lowerTypes } from './types.js';

export function lowerCall(node: NodeOf<'CallExpression' | 'NewExpression'>, at: Lowering): Value {
  noteBoundFunction(node, at);
  const callee = at.value(node.callee);
  const span = spanOf(node);
  const construct = node.type === 'NewExpression';
  const [first] = node.arguments;
  if (!construct && first && isRequire(callee, at)) {
    return lowerImport(first, node, false, at);
  }
  const optional = node.type === 'CallExpression' && node.optional;
  const types = lowerTypes(node.typeArguments, at);
  const call: CallValue = { kind: 'call', callee, args: at.values(node.arguments), ...(types && { types }), construct, optional, span };
  recordExportCall(call, at);
  return call;
}

const GIVEN_THIS = new Set(['every', 'filter', 'find', 'flatMap', 'forEach', 'map', 'some']);

/** `function () { … }.bind(this)`, `list.forEach(function () { … }, this)`. */
function noteBoundFunction({ callee: called, arguments: [first, second] }: NodeOf<'CallExpression' | 'NewExpression'>, at: Lowering): void {
  const callee = bare(called);
  if (!first || callee.type !== 'MemberExpression') return;
  const name = keyName(callee.property, callee.computed);
  const [fn, self] = name === 'bind' ? [bare(callee.object), first] : GIVEN_THIS.has(name ?? '') ? [bare(first), second] : [];
  if (fn?.type === 'FunctionExpression' && self && bare(self).type === 'ThisExpression') at.boundToThis.add(fn);
}

export function lowerTaggedTemplate(node: NodeOf<'TaggedTemplateExpression'>, at: Lowering): Value {
  const callee = at.value(node.tag);
  return { kind: 'call', callee, args: [at.value(node.quasi)], construct: false, optional: false, span: spanOf(node) };
}

export function lowerDynamicImport(node: NodeOf<'ImportExpression'>, at: Lowering): Value {
  return lowerImport(node.source, node, true, at);
}

/** `require(tls ? 'https' : 'http')` is one of two imports. */
function lowerImport(given: Node, node: Node, dynamic: boolean, at: Lowering): Value {
  const source = bare(given);
  if (source.type !== 'ConditionalExpression') return importOf(source, node, dynamic, at);
  return lowerChoice(source, at, (option) => lowerImport(option, node, dynamic, at));
}

function importOf(source: Node, node: Node, dynamic: boolean, at: Lowering): ImportValue {
  const specifier = stringOf(source) ?? besideSpecifier(source);
  const span = spanOf(node);
  if (specifier === undefined) return { kind: 'import', dynamic, argument: at.value(source), span };
  at.imports.push({ specifier, kind: dynamic ? 'dynamic' : 'require', span });
  return { kind: 'import', specifier, dynamic, span };
}

function isRequire(callee: Value, at: Lowering): boolean {
  if (callee.kind === 'reference') return at.requires.has(callee.binding);
  return (callee.kind === 'global' && callee.name === 'require') || makesRequire(callee, at);
}

/** `createRequire(import.meta.url)`, under whichever name it was imported. */
export function makesRequire(value: Value, { bindings }: Lowering): boolean {
  if (value.kind !== 'call') return false;
  const { callee } = value;
  if (callee.kind === 'member') return callee.name === 'createRequire';
  const binding = callee.kind === 'reference' ? bindings.get(callee.binding) : undefined;
  return binding?.name === 'createRequire' || binding?.imported?.name === 'createRequire';
}
