/** What a body does, in order. */
import { inProduction } from './production.js';
import { lowerClass } from './classes.js';
import { denoted } from './assignments.js';
import { makesRequire } from './calls.js';
import { lowerFunction } from './functions.js';
import { lowerFor, lowerIteration, lowerWhile } from './loops.js';
import type { Lowering } from './lowering.js';
import { lowerExportAll, lowerExportDefault, lowerExportNamed, lowerImport } from './modules.js';
import type { AttemptStep, BlockStep, DeclareStep, EndStep, Step, SwitchStep, Value } from './module-facts.js';
import { bindPattern } from './patterns.js';
import { type Node, type NodeOf, type RuleTable, ruleFor, spanOf } from './syntax.js';
import { lowerEnum, lowerExportAssignment, lowerImportEquals, lowerNamespace } from './typescript.js';

const STEPS: RuleTable<Lowering, readonly Step[]> = {
  BlockStatement: (node, at) => [{ kind: 'block', body: at.steps(node.body), span: spanOf(node) }],
  BreakStatement: (node) => [{ kind: 'break', ...labelOf(node.label), span: spanOf(node) }],
  ClassDeclaration: declareClass,
  ContinueStatement: (node) => [{ kind: 'continue', ...labelOf(node.label), span: spanOf(node) }],
  DebuggerStatement: () => [],
  DoWhileStatement: lowerWhile,
  EmptyStatement: () => [],
  ExportAllDeclaration: lowerExportAll,
  ExportDefaultDeclaration: lowerExportDefault,
  ExportNamedDeclaration: lowerExportNamed,
  ExpressionStatement: lowerExpression,
  ForInStatement: lowerIteration,
  ForOfStatement: lowerIteration,
  ForStatement: lowerFor,
  FunctionDeclaration: declareFunction,
  IfStatement: lowerIf,
  ImportDeclaration: lowerImport,
  LabeledStatement: lowerLabeled,
  ReturnStatement: (node, at) => [lowerEnd('return', node.argument, node, at)],
  SwitchStatement: lowerSwitch,
  ThrowStatement: (node, at) => [lowerEnd('throw', node.argument, node, at)],
  TryStatement: lowerTry,
  TSEnumDeclaration: lowerEnum,
  TSExportAssignment: lowerExportAssignment,
  TSImportEqualsDeclaration: lowerImportEquals,
  TSModuleDeclaration: lowerNamespace,
  VariableDeclaration: lowerVariables,
  WhileStatement: lowerWhile,
  WithStatement: (node, at) => [evaluate(at.value(node.object)), ...at.body(node.body)],
};

/** Types vanish; anything else unknown is evaluated. */
export function lowerStatement(node: Node, at: Lowering): readonly Step[] {
  const rule = ruleFor(STEPS, node);
  if (rule) return rule(node, at);
  return node.type.startsWith('TS') ? [] : [evaluate(at.value(node))];
}

function evaluate(value: Value): Step {
  return { kind: 'evaluate', value, span: value.span };
}

/** Directives (`'use strict'`) do nothing at run time that matters here. */
function lowerExpression(node: NodeOf<'ExpressionStatement'>, at: Lowering): Step[] {
  const isDirective = typeof node.directive === 'string';
  return isDirective ? [] : [{ kind: 'evaluate', value: at.value(node.expression), span: spanOf(node) }];
}

function lowerVariables(node: NodeOf<'VariableDeclaration'>, at: Lowering): DeclareStep[] {
  return node.declare ? [] : node.declarations.map((declarator) => lowerDeclarator(declarator, node.kind, at));
}

function lowerDeclarator({ id, init, ...place }: NodeOf<'VariableDeclarator'>, kind: string, at: Lowering): DeclareStep {
  const value = init ? at.value(init, id.type === 'Identifier' ? id.name : undefined) : undefined;
  const target = bindPattern(id, value ? [{ value: denoted(value), path: [] }] : [], at);
  if (value && target.kind === 'binding' && makesRequire(value, at)) at.requires.add(target.binding);
  const using = kind === 'using' || kind === 'await using' ? ({ using: kind } as const) : {};
  return { kind: 'declare', target, ...(value && { value }), ...using, span: spanOf(place) };
}

/** Hoisted: a source of its binding, and no step. */
function declareFunction(node: NodeOf<'FunctionDeclaration'>, at: Lowering): Step[] {
  const binding = node.id ? at.bindings.find(node.id) : undefined;
  const value: Value = { kind: 'function', function: lowerFunction(node, at), span: spanOf(node) };
  if (binding !== undefined) at.bindings.addSource(binding, { value, path: [] });
  return [];
}

function declareClass(node: NodeOf<'ClassDeclaration'>, at: Lowering): Step[] {
  const binding = node.id ? at.bindings.find(node.id) : undefined;
  if (node.declare || binding === undefined) return [];
  const span = spanOf(node);
  const value: Value = { kind: 'class', class: lowerClass(node, at), span };
  at.bindings.addSource(binding, { value, path: [] });
  return [{ kind: 'declare', target: { kind: 'binding', binding }, value, span }];
}

function lowerIf(node: NodeOf<'IfStatement'>, at: Lowering): Step[] {
  const test = at.value(node.test);
  const way = inProduction(node.test, at.text);
  const then = way === false ? [] : at.body(node.consequent);
  const otherwise = way === true ? [] : at.body(node.alternate);
  return [{ kind: 'branch', test, then, otherwise, span: spanOf(node) }];
}

function labelOf(label: { readonly name: string } | null | undefined): { label?: string } {
  return label ? { label: label.name } : {};
}

function lowerLabeled(node: NodeOf<'LabeledStatement'>, at: Lowering): Step[] {
  const [first, ...more] = at.steps([node.body]);
  const label = node.label.name;
  if (first?.kind === 'loop' || first?.kind === 'block') return [{ ...first, label }];
  const block: BlockStep = { kind: 'block', label, body: first ? [first, ...more] : [], span: spanOf(node) };
  return [block];
}

function lowerEnd(kind: EndStep['kind'], argument: Node | null, node: Node, at: Lowering): EndStep {
  return { kind, ...(argument && { value: at.value(argument) }), span: spanOf(node) };
}

function lowerSwitch(node: NodeOf<'SwitchStatement'>, at: Lowering): SwitchStep[] {
  const subject = at.value(node.discriminant);
  const cases = node.cases.map(({ test, consequent }) => ({ ...(test && { test: at.value(test) }), body: at.steps(consequent) }));
  return [{ kind: 'switch', subject, cases, span: spanOf(node) }];
}

function lowerTry({ block, handler, finalizer, ...place }: NodeOf<'TryStatement'>, at: Lowering): AttemptStep[] {
  const body = at.body(block);
  const target = handler?.param ? bindPattern(handler.param, [], at) : undefined;
  return [
    {
      kind: 'attempt',
      body,
      ...(target?.kind === 'binding' && { parameter: target.binding }),
      ...(handler && { handler: at.body(handler.body) }),
      ...(finalizer && { finalizer: at.body(finalizer) }),
      span: spanOf(place),
    },
  ];
}
