/** Ends keep-alive connections that hold a close open. */
import type { CallValue } from '../facts/module-facts.js';
import { isExecutor, placesAround } from './around.js';
import { dialectOf, layOut } from './dialect.js';
import { isExpressionBody, statementSpan } from './site.js';
import { type Edits, indentationAt, isSame, replace, type Source, textOf } from './source.js';
import { insertBefore, isBraceless, reindented } from './statements.js';

/** Sweeps idle connections while the close waits: one sweep would miss those that are still busy. */
export function sweepIdle(source: Source, call: CallValue): Edits {
  const places = placesAround(source, call.span, isExecutor);
  const place = places.find(({ function: owner }) => owner === places.at(-1)?.function);
  const server = serverOf(source, call);
  if (!place || server === undefined || place.function.id === 0) return undefined;
  const { semicolon } = dialectOf(source);
  const sweep = `setInterval(() => ${server}.closeIdleConnections(), 100).unref()${semicolon}`;
  if (isExpressionBody(place.function)) {
    const { bodySpan, span } = place.function;
    const kept = `${isSame(bodySpan, call.span) ? '' : 'return '}${textOf(source, bodySpan)}${semicolon}`;
    return bodySpan[1] === span[1] ? [inBlock(source, bodySpan, [sweep, kept])] : undefined;
  }
  if (!isBraceless(source, place)) return [insertBefore(source, place, [sweep])];
  return [inBlock(source, statementSpan(source, place), [sweep, textOf(source, statementSpan(source, place))])];
}

/** `server` of `server.close()` and of `promisify(server.close.bind(server))()`. */
function serverOf(source: Source, { callee }: CallValue): string | undefined {
  if (callee.kind === 'member') return textOf(source, callee.object.span);
  return /([\w$.]+)\.close\b/u.exec(textOf(source, callee.span))?.[1];
}

function inBlock(source: Source, span: readonly [number, number], lines: readonly string[]): ReturnType<typeof replace> {
  const dialect = dialectOf(source);
  const base = indentationAt(source, span[0]);
  const inner = lines.map((line) => `\t${reindented(line, base, base + dialect.indent)}`);
  return replace(span, layOut(['{', ...inner, '}'], dialect, base).trimStart());
}
