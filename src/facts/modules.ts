/** `import` and `export` declarations; what only concerns types vanishes. */
import { lowerClass } from './classes.js';
import { lowerFunction } from './functions.js';
import type { Lowering } from './lowering.js';
import type { Step, Value } from './module-facts.js';
import { isFunction, moduleName, type Node, type NodeOf, spanOf } from './syntax.js';

export function lowerImport(node: NodeOf<'ImportDeclaration'>, at: Lowering): Step[] {
  const specifier = node.source.value;
  for (const imported of node.specifiers) {
    const binding = at.bindings.find(imported.local);
    if (binding !== undefined) at.bindings.setImported(binding, { specifier, name: importedName(imported) });
  }
  const isType =
    node.importKind === 'type' || isOnlyTypes(node.specifiers.map((imported) => 'importKind' in imported && imported.importKind));
  if (!isType) at.imports.push({ specifier, kind: 'import', span: spanOf(node) });
  return [];
}

function importedName(node: NodeOf<'ImportDefaultSpecifier' | 'ImportNamespaceSpecifier' | 'ImportSpecifier'>): string {
  if (node.type === 'ImportSpecifier') return moduleName(node.imported);
  return node.type === 'ImportDefaultSpecifier' ? 'default' : '*';
}

/** `import { type A }` and `export { type A }`; an empty list still runs the module. */
function isOnlyTypes(kinds: readonly unknown[]): boolean {
  return kinds.length > 0 && kinds.every((kind) => kind === 'type');
}

export function lowerExportAll(node: NodeOf<'ExportAllDeclaration'>, at: Lowering): Step[] {
  if (node.exportKind === 'type') return [];
  const specifier = node.source.value;
  at.imports.push({ specifier, kind: 're-export', span: spanOf(node) });
  at.exports.push({ name: node.exported ? moduleName(node.exported) : '*', from: { specifier, name: '*' } });
  return [];
}

export function lowerExportNamed(node: NodeOf<'ExportNamedDeclaration'>, at: Lowering): Step[] {
  if (node.declaration) return lowerExportedDeclaration(node.declaration, at);
  const values = node.specifiers.filter((specifier) => specifier.exportKind !== 'type');
  if (node.exportKind === 'type' || (values.length === 0 && node.specifiers.length > 0)) return [];
  const from = node.source?.value;
  if (from !== undefined) at.imports.push({ specifier: from, kind: 're-export', span: spanOf(node) });
  for (const { local, exported } of values) {
    const name = moduleName(exported);
    const value = referenceTo(local, at);
    if (from !== undefined) at.exports.push({ name, from: { specifier: from, name: moduleName(local) } });
    else if (value) at.exports.push({ name, value });
  }
  return [];
}

/** The value of a name; undefined for a name that is only a type. */
function referenceTo(identifier: Node, at: Lowering): Value | undefined {
  const binding = at.bindings.find(identifier);
  return binding === undefined ? undefined : { kind: 'reference', binding, span: spanOf(identifier) };
}

function lowerExportedDeclaration(declaration: Node, at: Lowering): Step[] {
  const steps = at.steps([declaration]);
  const declared = 'id' in declaration && declaration.id ? at.bindings.find(declaration.id) : undefined;
  const bindings = declared === undefined ? steps.flatMap(declaredBy) : [declared];
  for (const binding of bindings) exportBinding(binding, at);
  return steps;
}

/** Overloads, and a namespace or an interface that is merged with a class, export the same binding again. */
function exportBinding(binding: number, at: Lowering): void {
  const fact = at.bindings.get(binding);
  if (!fact || at.exports.some(({ name, value }) => name === fact.name && value?.kind === 'reference' && value.binding === binding)) return;
  at.exports.push({ name: fact.name, value: { kind: 'reference', binding, span: fact.span } });
}

function declaredBy(step: Step): readonly number[] {
  if (step.kind !== 'declare' || step.target.kind === 'member') return [];
  return step.target.kind === 'binding' ? [step.target.binding] : step.target.bindings;
}

export function lowerExportDefault({ declaration }: NodeOf<'ExportDefaultDeclaration'>, at: Lowering): Step[] {
  const span = spanOf(declaration);
  if (declaration.type.startsWith('TS') && !('expression' in declaration)) return [];
  const named = 'id' in declaration && declaration.id && !declaration.type.endsWith('Expression') ? declaration.id : undefined;
  const steps = named ? at.steps([declaration]) : [];
  const value = named ? referenceTo(named, at) : defaultValue(declaration, at);
  if (value) at.exports.push({ name: 'default', value });
  return value && !named && value.kind !== 'function' ? [{ kind: 'evaluate', value, span }] : steps;
}

function defaultValue(node: Node, at: Lowering): Value {
  const span = spanOf(node);
  if (node.type === 'ClassDeclaration') return { kind: 'class', class: lowerClass(node, at), span };
  return isFunction(node) ? { kind: 'function', function: lowerFunction(node, at), span } : at.value(node);
}
