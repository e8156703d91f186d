/** Makes a function `async` where nobody depends on what it returned so far. */
import type { FunctionFact, ModuleFacts, Step, Value } from '../facts/module-facts.js';
import { isNewPromise } from '../facts/promises.js';
import { allSteps, allValues } from '../facts/walk.js';
import { codeOf } from './code.js';
import { dialectOf } from './dialect.js';
import { isExpressionBody, type Site, siteOf } from './site.js';
import { type Edit, type Edits, insert, replace, type Source } from './source.js';

/** They use what their callback returns at once, or do not wait for it: a promise there is always a mistake. */
const SYNCHRONOUS_CALLERS = new Set([
  'each',
  'eachLimit',
  'eachSeries',
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'flatMap',
  'forEach',
  'map',
  'reduce',
  'reduceRight',
  'replace',
  'replaceAll',
  'some',
  'sort',
  'toSorted',
]);

/** `isAwaited`: it is known that all callers wait for a promise, or do not look at the result. */
export function makeAsync(source: Source, fact: FunctionFact, isAwaited = false): Edits {
  if (fact.id === 0) return dialectOf(source).topLevelAwait ? [] : undefined;
  if (fact.async) return [];
  if (fact.generator || isStaticBlock(source, fact) || !(isAwaited || canReturnPromise(source, fact))) return undefined;
  const keyword = keywordPosition(source, fact);
  return keyword === undefined ? undefined : [insert(keyword, 'async '), ...promiseType(source, fact)];
}

function isStaticBlock({ text }: Source, { span, bodySpan }: FunctionFact): boolean {
  return span[0] === bodySpan[0] && !text.startsWith('(', span[0]) && text.startsWith('static', span[0]);
}

function canReturnPromise(source: Source, fact: FunctionFact): boolean {
  const member = source.facts.classes.flatMap(({ members }) => members).find((candidate) => candidate.function === fact.id);
  if (member) return member.kind === 'method' && returnsNothingElse(fact);
  const site = siteOf(source, fact.span);
  if (site?.value.kind === 'function') return isFreeAt(site, source, fact);
  const declared = declaredAs(source.facts, fact);
  return declared === undefined ? isField(source.facts, fact) && returnsNothingElse(fact) : isFreeAs(declared, source, fact);
}

function isField({ classes }: ModuleFacts, fact: FunctionFact): boolean {
  return classes.some(({ members }) => members.some(({ value }) => value?.kind === 'function' && value.function === fact.id));
}

/** The binding that a declaration or `const stop = () => …` gives the function to. */
function declaredAs({ bindings }: ModuleFacts, fact: FunctionFact): number | undefined {
  const index = bindings.findIndex(({ sources }) => sources.some(({ value }) => value?.kind === 'function' && value.function === fact.id));
  return index === -1 ? undefined : index;
}

function isFreeAt({ parents: [parent, outer], step }: Site, source: Source, fact: FunctionFact): boolean {
  if (!parent) return step.kind === 'declare' && isFreeVariable(source, fact);
  switch (parent.kind) {
    case 'call':
      return parent.callee.kind === 'function' ? isDropped(outer, step) : isFreeArgument(parent);
    case 'assign':
      return returnsNothingElse(fact);
    case 'object':
      return parent.properties.every(({ kind, value }) => value.span[0] !== fact.span[0] || kind === 'property' || kind === 'method');
    case 'array':
      return fact.parameters.length === 0 || !isChain(outer);
    default:
      return false;
  }
}

/** Functions of a list that call back: async gives no callback to one that is `async`. */
const CHAINS = new Set(['series', 'parallel', 'parallelLimit', 'waterfall', 'tryEach', 'race']);

function isChain(value: Value | undefined): boolean {
  const callee = value?.kind === 'call' ? value.callee : undefined;
  return callee?.kind === 'member' && CHAINS.has(callee.name ?? '');
}

function isFreeArgument(call: Extract<Value, { kind: 'call' }>): boolean {
  if (isNewPromise(call)) return false;
  const {
    callee,
    args: [first],
  } = call;
  if (callee.kind !== 'member') return true;
  const isExitListener = callee.name !== 'then' && first?.kind === 'literal' && first.value === 'exit' && isProcess(callee.object);
  return !isExitListener && !SYNCHRONOUS_CALLERS.has(callee.name ?? '');
}

function isProcess(value: Value): boolean {
  return value.kind === 'global' ? value.name === 'process' : value.kind === 'reference';
}

function isFreeVariable(source: Source, fact: FunctionFact): boolean {
  const binding = declaredAs(source.facts, fact);
  return binding === undefined ? returnsNothingElse(fact) : isFreeAs(binding, source, fact);
}

/** Either it returns nothing, or each call in this module drops the result and no other module can call it. */
function isFreeAs(binding: number, source: Source, fact: FunctionFact): boolean {
  if (returnsNothingElse(fact)) return true;
  const { facts } = source;
  const isExported = facts.exports.some(({ value }) => value?.kind === 'reference' && value.binding === binding);
  return (
    !isExported &&
    isExpressionBody(fact) &&
    callsOf(binding, facts).every((call) => {
      const site = siteOf(source, call.span);
      return site !== undefined && isDropped(site.parents[0], site.step);
    })
  );
}

function callsOf(binding: number, { functions }: ModuleFacts): Value[] {
  const values = functions.flatMap(({ body }) => allValues(body));
  return values.filter((value) => value.kind === 'call' && value.callee.kind === 'reference' && value.callee.binding === binding);
}

function isDropped(parent: Value | undefined, step: Step): boolean {
  return parent ? parent.kind === 'await' || (parent.kind === 'operation' && parent.operator === 'void') : step.kind === 'evaluate';
}

function returnsNothingElse(fact: FunctionFact): boolean {
  if (fact.returnType?.name?.[0] === 'Promise') return true;
  return allSteps(fact.body).every((step) => step.kind !== 'return' || step.value === undefined);
}

/** Names are looked for no further back. Characters. */
const LONGEST_NAME = 500;

/** Before `function`, the parameters of an arrow, or the name of a method. */
function keywordPosition({ text }: Source, { span: [start], arrow }: FunctionFact): number | undefined {
  if (arrow || text.startsWith('function', start)) return start;
  const from = Math.max(0, start - LONGEST_NAME);
  const name = /(?:(?<![\w#$\u0080-\uFFFF])[\w#$\u0080-\uFFFF]+|'[^'\n]*'|"[^"\n]*"|\[[\w$.]+\])$/u.exec(text.slice(from, start).trimEnd());
  return name ? from + name.index : undefined;
}

/** `: void` becomes `: Promise<void>`. */
function promiseType(source: Source, { span: [start], bodySpan, returnType }: FunctionFact): Edit[] {
  if (!returnType || returnType.name?.[0] === 'Promise') return [];
  const head = codeOf(source).slice(start, bodySpan[0]);
  const beforeArrow = head
    .trimEnd()
    .replace(/=>\s*\(?$/u, '')
    .trimEnd();
  const parameters = beforeArrow.slice(0, beforeArrow.lastIndexOf(')') + 1);
  const type = /^\s*:\s*([^()=\s][^()=]*)$/u.exec(beforeArrow.slice(parameters.length))?.[1];
  if (parameters === '' || type === undefined) return [];
  const at = start + beforeArrow.length - type.length;
  return [replace([at, at + type.length], `Promise<${source.text.slice(at, at + type.length)}>`)];
}
