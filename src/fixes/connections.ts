/** Ends keep-alive connections that hold a close open. */
import type { CallValue } from '../facts/module-facts.js';
import { isExecutor, type Place, placesAround } from './around.js';
import { makeAsync } from './asynchronous.js';
import type { Drain } from './closing.js';
import { dialectOf, layOut } from './dialect.js';
import { connectionLines } from './drain.js';
import { freeName } from './names.js';
import { isMaybeDeclared, isTestedAround } from './possibly-undefined.js';
import { callSite, isExpressionBody, isWholeStatement, statementSpan } from './site.js';
import { type Edit, type Edits, indentationAt, isSame, replace, type Source, textOf } from './source.js';
import { insertBefore, isBraceless, reindented, replaceStatement } from './statements.js';

/** Lines in front of the close: an executor runs at once, so they stand outside of `new Promise`. */
export function endConnections(source: Source, call: CallValue, drain: Drain): Edits {
  const places = placesAround(source, call.span, isExecutor);
  const place = places.find(({ function: owner }) => owner === places.at(-1)?.function);
  if (!place || place.function.id === 0) return undefined;
  const asynchronous = makeAsync(source, place.function);
  const lines = connectionsIn(source, call, drain, asynchronous !== undefined);
  const placed = lines && inFront(source, call, place, lines);
  return placed && [...(asynchronous ?? []), placed];
}

function inFront(source: Source, call: CallValue, place: Place, lines: readonly string[]): Edit | undefined {
  if (isExpressionBody(place.function)) {
    const { bodySpan, span } = place.function;
    const kept = `${isSame(bodySpan, call.span) ? '' : 'return '}${textOf(source, bodySpan)}${dialectOf(source).semicolon}`;
    return bodySpan[1] === span[1] ? inBlock(source, bodySpan, [...lines, kept]) : undefined;
  }
  if (!isBraceless(source, place)) return insertBefore(source, place, lines);
  return inBlock(source, statementSpan(source, place), [...lines, textOf(source, statementSpan(source, place))]);
}

/** In the place of a call that cuts them. `isBefore`: the close comes later, so that it can wait for routers. */
export function endInPlace(source: Source, call: CallValue, drain: Drain, isBefore: boolean): Edits {
  const site = callSite(source, call.span);
  if (!site || !isWholeStatement(source, site)) return undefined;
  const asynchronous = isBefore ? makeAsync(source, site.function) : undefined;
  const lines = connectionsIn(source, call, drain, asynchronous !== undefined);
  const placed = lines && replaceStatement(source, site, lines);
  return placed && [...(asynchronous ?? []), placed];
}

function connectionsIn(source: Source, call: CallValue, drain: Drain, isAsync: boolean): readonly string[] | undefined {
  const server = serverOf(source, call);
  if (server === undefined) return undefined;
  const dialect = dialectOf(source);
  const isTested = isTestedAround(source, server, call.span);
  const isOptional = source.text.startsWith('?.', call.callee.span[0] + server.length) || isMaybeDeclared(source, server, call.span);
  if (isOptional && !isTested) return connectionLines({ expression: `${server}?.close()`, style: 'callback', drain }, dialect, isAsync);
  const handle = isTested ? freeName(source, [server.split('.').at(-1) ?? server, 'httpServer', 'closingServer']) : server;
  const kept = isTested ? [`const ${handle} = ${server}${dialect.semicolon}`] : [];
  return [...kept, ...connectionLines({ expression: `${handle}.close()`, style: 'callback', drain }, dialect, isAsync)];
}

/** `server` of `server.close()` and of `promisify(server.close.bind(server))()`. */
function serverOf(source: Source, { callee }: CallValue): string | undefined {
  if (callee.kind === 'member') return textOf(source, callee.object.span);
  return /(?<![\w$.])([\w$.]+)\.close\b/u.exec(textOf(source, callee.span))?.[1];
}

function inBlock(source: Source, span: readonly [number, number], lines: readonly string[]): ReturnType<typeof replace> {
  const dialect = dialectOf(source);
  const base = indentationAt(source, span[0]);
  const inner = lines.map((line) => `\t${reindented(line, base, base + dialect.indent)}`);
  return replace(span, layOut(['{', ...inner, '}'], dialect, base).trimStart());
}
