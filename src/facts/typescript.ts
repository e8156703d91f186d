/** Declarations of TypeScript that exist at run time. */
import type { Lowering } from './lowering.js';
import type { PropertyFact, Source, Step, Value } from './module-facts.js';
import { bare, keyName, type Node, type NodeOf, spanOf, stringOf } from './syntax.js';

/** An enum is an object of its members. */
export function lowerEnum(node: NodeOf<'TSEnumDeclaration'>, at: Lowering): Step[] {
  if (node.declare) return [];
  const properties: PropertyFact[] = [];
  let next: number | undefined = 0;
  for (const member of node.body.members) {
    const value = memberValue(member, next, at);
    const name = keyName(member.id, false);
    next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : undefined;
    properties.push({ ...(name !== undefined && { name }), kind: 'property', value });
  }
  give(node.id, { value: { kind: 'object', properties, span: spanOf(node) }, path: [] }, at);
  return [];
}

/** Without an initialiser a member counts on from the one before. */
function memberValue(member: NodeOf<'TSEnumMember'>, next: number | undefined, at: Lowering): Value {
  if (member.initializer) return at.value(member.initializer);
  const span = spanOf(member);
  return next === undefined ? { kind: 'unknown', parts: [], span } : { kind: 'literal', value: next, span };
}

/** A namespace runs its body in place and is an object of what it exports. */
export function lowerNamespace(node: NodeOf<'TSModuleDeclaration'>, at: Lowering): Step[] {
  if (node.declare || node.kind === 'global') return [];
  const outer = at.exports;
  at.exports = [];
  const steps = at.steps(statementsOf(node.body));
  const properties = at.exports.flatMap(({ name, value }): PropertyFact[] => (value ? [{ name, kind: 'property', value }] : []));
  at.exports = outer;
  give(node.id, { value: { kind: 'object', properties, span: spanOf(node) }, path: [] }, at);
  return steps;
}

/** Parsers differ: `namespace a.b` is one block, or a namespace in a namespace; `module 'x';` has no body. */
function statementsOf(body: Node | null | undefined): readonly Node[] {
  if (!body) return [];
  return body.type === 'TSModuleBlock' ? body.body : [body];
}

function give(id: Node, source: Source, at: Lowering): void {
  const binding = at.bindings.find(id);
  if (binding !== undefined) at.bindings.addSource(binding, source);
}

/** `import x = require('x')`, and `import x = namespace.member`. */
export function lowerImportEquals(node: NodeOf<'TSImportEqualsDeclaration'>, at: Lowering): Step[] {
  const { moduleReference } = node;
  const binding = at.bindings.find(node.id);
  if (moduleReference.type !== 'TSExternalModuleReference') {
    give(node.id, { value: qualifiedValue(moduleReference, at), path: [] }, at);
    return [];
  }
  const specifier = stringOf(bare(moduleReference.expression));
  if (specifier === undefined) return [];
  if (binding !== undefined) at.bindings.setImported(binding, { specifier, name: '*' });
  if (node.importKind !== 'type') at.imports.push({ specifier, kind: 'require', span: spanOf(node) });
  return [];
}

function qualifiedValue(node: Node, at: Lowering): Value {
  if (node.type !== 'TSQualifiedName') return at.value(node);
  const object = qualifiedValue(node.left, at);
  return { kind: 'member', object, name: node.right.name, optional: false, span: spanOf(node) };
}

export function lowerExportAssignment(node: NodeOf<'TSExportAssignment'>, at: Lowering): Step[] {
  const value = at.value(node.expression);
  at.usesCommonJs = true;
  at.exports.push({ name: '=', value });
  return [{ kind: 'evaluate', value, span: spanOf(node) }];
}
