/** Closes what uses a thing before the thing itself. */
import { contains } from '../facts/spans.js';
import type { CallValue, Span } from '../facts/module-facts.js';
import { makeAsync } from './asynchronous.js';
import { isExecutor, placesAround } from './around.js';
import { atStart } from './body.js';
import { awaitClose, type AwaitableStyle, hasCallback } from './await-close.js';
import { type Closer, closeLines, completionPromise, givesNoPromise, needsAwait } from './closing.js';
import { dialectOf, layOut } from './dialect.js';
import { moveBefore } from './move.js';
import { removeElement, removeStatement } from './shutdown-body.js';
import { callSite, isWholeStatement, type Site, siteOf } from './site.js';
import { type Edit, type Edits, indentationAt, isSame, replace, type Source, textOf } from './source.js';
import { insertAfter, replaceStatement } from './statements.js';

export interface Reordered {
  /** The close that comes too early. */
  readonly early: Span;
  readonly style: Closer['style'];
  /** The close of what uses it, or the call that leads to it. */
  readonly user: Span;
  /** How that tells its end, where it is known to. */
  readonly tells?: AwaitableStyle | undefined;
}

export function reorder(source: Source, { early, style, user, tells }: Reordered): Edits {
  if (user[0] > early[0] && !isParallel(source, early))
    return swapped(source, early, user) ?? intoCallback(source, early, style, user) ?? waitedFirst(source, early, user, tells);
  return (
    outOfParallel(source, early, user) ??
    intoCallback(source, early, style, user) ??
    afterUser(source, early, user, tells) ??
    waitedInPlace(source, early, user, tells)
  );
}

/** The statement that waits for the user comes first; one that does not wait yet begins to. */
function waitedFirst(source: Source, early: Span, user: Span, tells: AwaitableStyle | undefined): Edits {
  const site = callSite(source, user);
  const moved = moveBefore(source, user, early);
  if (!site || !moved || isWaited(source, site)) return moved;
  const asynchronous = makeAsync(source, site.function);
  const waits = tells && !hasCallback(source, site.value) && site.parents.length === 0;
  if (!waits || !asynchronous || !isOneStatement(moved)) return undefined;
  return [...asynchronous, ...moved.map((edit) => awaitedIn(source, edit, site, tells))];
}

function isOneStatement(moved: readonly Edit[]): boolean {
  return moved.filter(({ text }) => text !== '').length === 1 && moved.length === 2;
}

function awaitedIn(source: Source, edit: Edit, { value }: Site, tells: AwaitableStyle): Edit {
  const call = textOf(source, value.span);
  const dialect = dialectOf(source);
  const lines = givesNoPromise(tells) ? completionPromise(call, dialect, tells) : [call];
  const laid = layOut(lines, dialect, indentationAt(source, edit.span[0])).trimStart();
  return { span: edit.span, text: edit.text.replace(call, () => `await ${laid}`) };
}

/** By itself, or as what the function given to `new Promise` does. */
function isWaited(source: Source, site: Site): boolean {
  if (site.parents.some(({ kind }) => kind === 'await')) return true;
  const written = site.function.id === 0 ? undefined : siteOf(source, site.function.span);
  return written !== undefined && isExecutor(written) && isWaited(source, written);
}

/** The order is right already, and the wait is what is missing. */
function waitedInPlace(source: Source, early: Span, user: Span, tells: AwaitableStyle | undefined): Edits {
  const site = callSite(source, user);
  const isBefore = site !== undefined && user[1] <= early[0] && site.function === callSite(source, early)?.function;
  return isBefore && tells && !isWaited(source, site) ? awaitClose(source, { call: user, style: tells, inAwait: false }) : undefined;
}

/** `end().then(() => close())` and `end(() => close(…))`: the one inside in the place of the other. */
function swapped(source: Source, early: Span, user: Span): Edits {
  const outer = callSite(source, early);
  const inner = callSite(source, user);
  if (!outer || !inner || outer.function === inner.function) return undefined;
  if (contains(early, user)) return exchange(source, outer.value.callee.span, inner.value.callee.span);
  const [then, chained] = outer.parents;
  const isThen =
    then?.kind === 'member' &&
    then.name === 'then' &&
    chained?.kind === 'call' &&
    chained.args.length === 1 &&
    chained.args.some(({ span }) => contains(span, user));
  if (!isThen) return undefined;
  if (inner.value.args.length === 0) return exchange(source, early, user);
  return isAllOfBody(source, inner) && chained.span[1] === outer.parents.at(-1)?.span[1]
    ? callbackFirst(source, chained, outer.value, inner.value)
    : undefined;
}

function exchange(source: Source, one: Span, other: Span): Edits {
  return [replace(one, textOf(source, other)), replace(other, textOf(source, one))];
}

/** The result of an arrow, or the one statement of a body. */
function isAllOfBody(source: Source, { function: { bodySpan }, value }: Site): boolean {
  if (isSame(bodySpan, value.span)) return true;
  const [start, end] = value.span;
  const before = source.text.slice(bodySpan[0], start);
  const after = source.text.slice(end, bodySpan[1]);
  return /^\{\s*$/u.test(before) && /^\s*(?:;\s*)?\}$/u.test(after);
}

/** `flush().then(() => server.close(done))` as `server.close(() => flush().then(done))`. */
function callbackFirst(source: Source, whole: CallValue, early: CallValue, { callee, args }: CallValue): Edits {
  const [done, ...more] = args;
  if (!done || more.length > 0) return undefined;
  return [replace(whole.span, `${textOf(source, callee.span)}(() => ${textOf(source, early.span)}.then(${textOf(source, done.span)}))`)];
}

function isParallel(source: Source, call: Span): boolean {
  const site = callSite(source, call);
  return site?.parents[0]?.kind === 'array' && site.parents[1]?.kind === 'call';
}

/** `await Promise.all([app.close(), pool.end()])`: the one after the other. */
function outOfParallel(source: Source, early: Span, user: Span): Edits {
  const site = callSite(source, early);
  const [array, all, waiting] = site?.parents ?? [];
  if (
    !site ||
    array?.kind !== 'array' ||
    all?.kind !== 'call' ||
    waiting?.kind !== 'await' ||
    !array.items.some(({ span }) => contains(span, user))
  )
    return undefined;
  const whole = { ...site, value: waiting, parents: site.parents.slice(3) };
  if (!isWholeStatement(source, whole)) return undefined;
  const { semicolon } = dialectOf(source);
  const last = `await ${textOf(source, early)}${semicolon}`;
  const other = array.items.find(({ span }) => !isSame(span, early));
  if (array.items.length === 2 && other && isAll(all)) {
    const edit = replaceStatement(source, whole, [`await ${textOf(source, other.span)}${semicolon}`, last]);
    return edit && [edit];
  }
  const removed = removeElement(source, early);
  return removed && [...removed, insertAfter(source, site, [last])];
}

function isAll({ callee }: CallValue): boolean {
  return callee.kind === 'member' && callee.name === 'all';
}

/** `server.close(() => …); pool.end();`: the second in the callback of the first, at its start. */
function intoCallback(source: Source, early: Span, style: Closer['style'], user: Span): Edits {
  const site = callSite(source, user);
  const closing = callSite(source, early);
  const callback = site?.value.args.at(-1);
  const fact = callback?.kind === 'function' ? source.facts.functions[callback.function] : undefined;
  if (!site || !closing || !fact) return undefined;
  const closer = { expression: textOf(source, early), style };
  const asynchronous = needsAwait(closer) ? makeAsync(source, fact) : [];
  const started = atStart(source, fact, closeLines(closer, dialectOf(source)));
  const removed = removeStatement(source, early);
  return asynchronous && started && removed && [...asynchronous, ...started, ...removed];
}

/** The user is waited for in a statement that comes later, while the early one goes on. */
function afterUser(source: Source, early: Span, user: Span, tells: AwaitableStyle | undefined): Edits {
  const [first] = placesAround(source, early, isExecutor);
  return first && user[0] > early[0] ? waitedFirst(source, early, user, tells) : undefined;
}
