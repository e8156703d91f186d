/** Waits for a close that is only begun. */
import type { CallValue, FunctionFact, Span, Value } from '../facts/module-facts.js';
import { parts } from '../facts/walk.js';
import { makeAsync } from './asynchronous.js';
import { completionPromise, givesNoPromise, type Telling } from './closing.js';
import { dialectOf, layOut } from './dialect.js';
import { mayBeUndefined } from './possibly-undefined.js';
import { callSite, isExpressionBody, isWholeStatement, type Site } from './site.js';
import { type Edit, type Edits, indentationAt, insert, replace, type Source, textOf } from './source.js';

export type AwaitableStyle = Exclude<Telling, 'sync' | 'detached'>;

export interface UnawaitedClose {
  /** The call that closes. */
  readonly call: Span;
  readonly style: AwaitableStyle;
  /** It stands directly in an `await` that waits for nothing, since the call returns no promise. */
  readonly inAwait: boolean;
}

/** `await x.close()`; `await new Promise(…)` around it where a callback or an event tells the end. Makes the function async if need be. */
export function awaitClose(source: Source, { call, style, inAwait }: UnawaitedClose): Edits {
  const site = callSite(source, call);
  if (!site || hasCallback(source, site.value) || isUsedAsValue(site)) return undefined;
  if (givesNoPromise(style) && isBoundToFunction(site.value)) return undefined;
  const closed = givesNoPromise(style) ? promiseOf(source, site, style) : [];
  if (inAwait || isPassedOn(source, site)) return givesNoPromise(style) ? closed : undefined;
  const asynchronous = makeAsync(source, site.function);
  if (!asynchronous) return undefined;
  if (isExpressionBody(site.function) && site.parents.length === 0) return asBlock(source, site, style, asynchronous);
  return [...asynchronous, ...withAwait(site, closed)];
}

/** `return x.close()` at the end of a hook whose framework waits for the promise. */
export function returnClose(source: Source, { call, style }: Omit<UnawaitedClose, 'inAwait'>): Edits {
  const site = callSite(source, call);
  if (!site || !isLastStatement(source, site) || hasCallback(source, site.value) || isBoundToFunction(site.value)) return undefined;
  const { function: owner, step } = site;
  if (owner.id === 0 || owner.async || owner.generator || owner.returnType || isNoHook(source, owner)) return undefined;
  const closed = givesNoPromise(style) ? promiseOf(source, site, style) : [];
  const keyword = insert(step.span[0], 'return ');
  return joined(keyword, closed);
}

/** An awaited close has no function among its arguments that tells the end. */
export function hasCallback({ facts }: Source, { args }: CallValue): boolean {
  const last = args.at(-1);
  if (last?.kind !== 'reference') return last?.kind === 'function';
  const binding = facts.bindings[last.binding];
  return (
    binding?.kind === 'function' ||
    binding?.kind === 'parameter' ||
    binding?.sources.some(({ value }) => value?.kind === 'function') === true
  );
}

/** `(await find()).close()`: an `await` cannot move into the function that makes the promise. */
function isBoundToFunction(value: Value): boolean {
  return value.kind === 'await' || value.kind === 'unknown' || parts(value).some(isBoundToFunction);
}

/** `x.close().ended`: the promise is not what is used. */
function isUsedAsValue({ parents: [parent, outer] }: Site): boolean {
  if (parent?.kind === 'operation') return parent.operator !== 'void' && parent.operator !== ',';
  return parent?.kind === 'member' && !(isPromiseMethod(parent) && outer?.kind === 'call');
}

function isPromiseMethod(value: Value): boolean {
  return value.kind === 'member' && (value.name === 'then' || value.name === 'catch' || value.name === 'finally');
}

/** Somebody else waits for the promise: `Promise.all([…])`, `return`, the arrow function given to `then`. */
function isPassedOn(source: Source, { parents, step, function: owner }: Site): boolean {
  const [parent, outer] = parents;
  if (parent?.kind === 'array')
    return outer?.kind === 'call' && outer.callee.kind === 'member' && /^(?:all|allSettled)$/u.test(outer.callee.name ?? '');
  if (parent || step.kind !== 'return') return false;
  return !isExpressionBody(owner) || owner.async || isGivenToThen(source, owner);
}

function isGivenToThen({ text }: Source, { span: [start] }: FunctionFact): boolean {
  return /\.(?:then|catch|finally)\(\s*$/u.test(text.slice(Math.max(0, start - 40), start));
}

function promiseOf(source: Source, { value }: Site<CallValue>, style: AwaitableStyle): Edit[] {
  const dialect = dialectOf(source);
  const lines = completionPromise(callText(source, value), dialect, style);
  return [replace(value.span, layOut(lines, dialect, indentationAt(source, value.span[0])).trimStart())];
}

/** `this.server?.close()` where a test around it says so, but not to the function that closes. */
function callText(source: Source, { span, callee }: CallValue): string {
  const text = textOf(source, span);
  if (callee.kind !== 'member') return text;
  const { length } = textOf(source, callee.object.span);
  const isMissing = text[length] === '.' && mayBeUndefined(source, text.slice(0, length), span);
  return isMissing ? `${text.slice(0, length)}?${text.slice(length)}` : text;
}

function withAwait({ value, parents: [parent] }: Site, closed: readonly Edit[]): readonly Edit[] {
  if (parent?.kind !== 'operation' || parent.operator !== 'void') return joined(insert(value.span[0], 'await '), closed);
  return [replace([parent.span[0], value.span[0]], 'await '), ...closed];
}

/** The insertion as part of the replacement that starts at the same place, if there is one. */
function joined(prefix: Edit, [closed]: readonly Edit[]): readonly Edit[] {
  if (!closed) return [prefix];
  const isAdjacent = closed.span[0] === prefix.span[0];
  return isAdjacent ? [replace(closed.span, prefix.text + closed.text)] : [prefix, closed];
}

/** `() => x.close()` as a block: its result is dropped, so that it must not look like a returned promise. */
function asBlock(source: Source, { value, function: owner }: Site<CallValue>, style: AwaitableStyle, asynchronous: readonly Edit[]): Edits {
  const dialect = dialectOf(source);
  const [start, end] = value.span;
  if (start !== owner.bodySpan[0] || end !== owner.span[1]) return undefined;
  const call = callText(source, value);
  const [first = '', ...more] = givesNoPromise(style) ? completionPromise(call, dialect, style) : [call];
  const body = [`await ${first}`, ...more].map((line) => `\t${line}`);
  const lines = ['{', ...body.slice(0, -1), `${body.at(-1) ?? ''}${dialect.semicolon}`, '}'];
  return [...asynchronous, replace(value.span, layOut(lines, dialect, indentationAt(source, start)).trimStart())];
}

function isLastStatement(source: Source, site: Site): boolean {
  return isWholeStatement(source, site) && site.parents.length === 0 && site.function.body.at(-1) === site.step;
}

/** A constructor or accessor is nobody's hook. */
function isNoHook({ facts }: Source, owner: FunctionFact): boolean {
  const member = facts.classes.flatMap(({ members }) => members).find((candidate) => candidate.function === owner.id);
  return member !== undefined && member.kind !== 'method';
}
