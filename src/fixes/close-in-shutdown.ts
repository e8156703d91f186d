/** Puts the close of one more thing into a shutdown, where its turn is. */
import type { CallValue, FunctionFact, Span } from '../facts/module-facts.js';
import { makeAsync } from './asynchronous.js';
import { isExecutor, placesAround } from './around.js';
import { type AwaitableStyle, hasCallback } from './await-close.js';
import { afterGuard, atEnd } from './body.js';
import { closeBeforeExit } from './close-before-exit.js';
import { type Closer, closeLines, needsAwait, withCallback } from './closing.js';
import { dialectOf, layOut } from './dialect.js';
import { drainLines } from './drain.js';
import { callSite, isExpressionBody, isWholeStatement, type Site, siteOf } from './site.js';
import { type Edit, type Edits, indentationAt, insert, replace, type Source, textOf } from './source.js';
import { insertAfter, insertBefore } from './statements.js';

export interface Drain {
  /** The close of what uses the thing. */
  readonly call: Span;
  readonly style: AwaitableStyle | 'sync';
  readonly isAwaited: boolean;
}

export interface CloseInShutdown {
  readonly shutdown: FunctionFact;
  readonly closer: Closer;
  /** Where the shutdown ends the process. */
  readonly exit?: Span;
  /** The closes of what takes work, in order. */
  readonly drains: readonly Drain[];
  /** The thing takes work itself: its close comes first, and what it uses is still there. */
  readonly isFirst: boolean;
  /** The shutdown closes something itself. */
  readonly isBefore: boolean;
}

export function closeInShutdown(source: Source, close: CloseInShutdown): Edits {
  const { shutdown, closer, exit, drains, isFirst } = close;
  const [first] = drains;
  const last = drains.at(-1);
  if (isFirst && first) return beforeDrain(source, shutdown, closer, first);
  if (isFirst && close.isBefore) return closeAtStart(source, shutdown, closer);
  if (exit) return closeBeforeExit(source, { exit, closers: [closer], isPlain: true });
  return last ? afterDrain(source, closer, last) : closeAtEnd(source, shutdown, closer);
}

function beforeDrain(source: Source, shutdown: FunctionFact, closer: Closer, { call, style }: Drain): Edits {
  const place = placesAround(source, call).find((one) => one.function === shutdown);
  const asynchronous = needsAwait(closer) ? makeAsync(source, shutdown) : [];
  if (!place || !asynchronous) return undefined;
  const lines = closeLines(closer, dialectOf(source));
  if (isExpressionBody(shutdown))
    return asBlock(source, shutdown, [...lines, `${style === 'promise' ? 'await ' : ''}${ownLine(source, shutdown)}`], asynchronous);
  return [...asynchronous, insertBefore(source, place, lines)];
}

function closeAtStart(source: Source, fact: FunctionFact, closer: Closer): Edits {
  const asynchronous = needsAwait(closer) ? makeAsync(source, fact) : [];
  const started = afterGuard(source, fact, drainLines([closer], dialectOf(source)));
  return asynchronous && started && [...asynchronous, ...started];
}

function closeAtEnd(source: Source, fact: FunctionFact, closer: Closer): Edits {
  const asynchronous = needsAwait(closer) ? makeAsync(source, fact) : [];
  const ended = atEnd(source, fact, closeLines(closer, dialectOf(source)));
  return asynchronous && ended && [...asynchronous, ...ended];
}

/** Once the drain is over: after the statement that waits for it, in its callback, or in one that it gets. */
function afterDrain(source: Source, closer: Closer, drain: Drain): Edits {
  const site = callSite(source, drain.call);
  if (!site) return undefined;
  const callback = site.value.args.at(-1);
  const own = callback?.kind === 'function' ? source.facts.functions[callback.function] : undefined;
  if (own) return closeAtEnd(source, own, closer);
  const written = siteOf(source, site.function.span);
  const isPromised = written !== undefined && isExecutor(written);
  if (drain.isAwaited || isPromised || drain.style === 'sync') return afterStatement(source, closer, drain.call);
  if (hasCallback(source, site.value)) return passingOn(source, site.value, closer);
  if (drain.style === 'callback') return inCallback(source, site.value, closer);
  return afterAwait(source, closer, site);
}

/** After the statement of the function that waits; the function given to `new Promise` is none. */
function afterStatement(source: Source, closer: Closer, call: Span): Edits {
  const place = placesAround(source, call, isExecutor).find(({ function: owner }) => owner.async);
  if (!place) return undefined;
  const lines = closeLines(closer, dialectOf(source));
  if (isExpressionBody(place.function)) return asBlock(source, place.function, [ownLine(source, place.function), ...lines], []);
  if (place.siblings === place.function.body && place.siblings.at(-1) === place.step) return atEnd(source, place.function, lines);
  return place.step.kind === 'evaluate' || place.step.kind === 'declare' ? [insertAfter(source, place, lines)] : undefined;
}

/** `server.close()` as `server.close(() => pool.end())`: before that, requests in flight still need what is closed. */
function inCallback(source: Source, { args, span }: CallValue, closer: Closer): Edits {
  if (args.length > 0) return undefined;
  const start = textOf(source, span).lastIndexOf('(') + span[0];
  const isVoid = dialectOf(source).typescript && needsAwait(closer);
  return [replace([start, span[1]], `(() => ${isVoid ? 'void ' : ''}${closer.expression})`)];
}

/** `server.close(done)` as `server.close(() => pool.end(done))`. */
function passingOn(source: Source, { args }: CallValue, { expression, style }: Closer): Edits {
  const last = args.at(-1);
  if (last?.kind !== 'reference' || expression.includes('?.') || (style !== 'callback' && style !== 'either')) return undefined;
  return [replace(last.span, `() => ${withCallback(expression, textOf(source, last.span))}`)];
}

function afterAwait(source: Source, closer: Closer, site: Site<CallValue>): Edits {
  const { function: owner, value, parents } = site;
  const asynchronous = makeAsync(source, owner);
  const isWhole = parents.every((parent) => parent.kind === 'operation' && parent.operator === 'void');
  if (!asynchronous || !isWhole) return undefined;
  const { semicolon } = dialectOf(source);
  const lines = closeLines(closer, dialectOf(source));
  const awaited = `await ${textOf(source, value.span)}${semicolon}`;
  if (isExpressionBody(owner)) return asBlock(source, owner, [awaited, ...lines], asynchronous);
  if (!isWholeStatement(source, site)) return undefined;
  const indentation = indentationAt(source, site.step.span[0]);
  return [...asynchronous, replace(site.step.span, layOut([awaited, ...lines], dialectOf(source), indentation).trimStart())];
}

function ownLine(source: Source, { bodySpan }: FunctionFact): string {
  return textOf(source, bodySpan).replace(/^void /u, '') + dialectOf(source).semicolon;
}

function asBlock(source: Source, { bodySpan, span }: FunctionFact, lines: readonly string[], asynchronous: readonly Edit[]): Edits {
  if (bodySpan[1] !== span[1]) return undefined;
  const dialect = dialectOf(source);
  const block = ['{', ...lines.map((line) => `\t${line}`), '}'];
  return [...asynchronous, replace(bodySpan, layOut(block, dialect, indentationAt(source, bodySpan[0])).trimStart())];
}

/** A hook of a class that its framework calls when the process stops, as the last member. */
export function addHook(source: Source, id: number, name: string, closer: Closer): Edits {
  const cls = source.facts.classes[id];
  const written = cls?.members.filter(({ span }) => span[1] > span[0]) ?? [];
  const last = written.at(-1);
  if (!cls || !last || cls.members.some((member) => member.name === name)) return undefined;
  const dialect = dialectOf(source);
  const lines = [
    `async ${name}()${dialect.typescript ? ': Promise<void>' : ''} {`,
    ...closeLines(closer, dialect).map((line) => `\t${line}`),
    '}',
  ];
  const end = last.span[1] + (/^[\t ]*;/u.exec(source.text.slice(last.span[1]))?.[0].length ?? 0);
  return [insert(end, dialect.eol + dialect.eol + layOut(lines, dialect, indentationAt(source, last.span[0])))];
}
