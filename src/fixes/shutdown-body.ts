/** What a shutdown that exists already lacks: a guard, a deadline, an end, a close, a trace. */
import type { FunctionFact, Span } from '../facts/module-facts.js';
import { makeAsync } from './asynchronous.js';
import { placesAround } from './around.js';
import { afterGuard, atEnd, atStart } from './body.js';
import { needsAwait, type Closer } from './closing.js';
import { drainLines } from './drain.js';
import { dialectOf, layOut, milliseconds } from './dialect.js';
import { freeName } from './names.js';
import { callSite, isWholeStatement, siteOf, statementSpan } from './site.js';
import { type Edit, type Edits, indentationAt, insert, isSame, replace, type Source, textOf } from './source.js';
import { insertAfter, insertBefore, isBraceless } from './statements.js';
import { topPosition } from './top-position.js';

/** `setTimeout(() => process.exit(1), …).unref()` first, but once: whatever hangs, the process ends. */
export function addDeadline(source: Source, fact: FunctionFact, seconds: number): Edits {
  const { semicolon } = dialectOf(source);
  return afterGuard(source, fact, [`setTimeout(() => process.exit(1), ${milliseconds(seconds)}).unref()${semicolon}`]);
}

/** A flag before the function, and a return from it the second time. */
export function guardAgainstRepeat(source: Source, fact: FunctionFact): Edits {
  const dialect = dialectOf(source);
  const { semicolon } = dialect;
  const flag = freeName(source, ['isShuttingDown', 'shutdownHasBegun']);
  const started = atStart(source, fact, [`if (${flag}) return${semicolon}`, `${flag} = true${semicolon}`]);
  const declared = started && declareBefore(source, fact, [`let ${flag} = false${semicolon}`]);
  return started && declared && [...declared, ...started];
}

/** Lines before the outermost statement of the module that holds the function, its comments and decorators included. */
export function declareBefore(source: Source, fact: FunctionFact, lines: readonly string[]): Edits {
  const dialect = dialectOf(source);
  const start = topPosition(source, fact.span);
  return start === undefined ? undefined : [insert(start, layOut(lines, dialect, '') + dialect.eol + dialect.eol)];
}

/** Ends the process at the end of the listener. */
export function endProcess(source: Source, fact: FunctionFact, closers: readonly Closer[], code: 0 | 1): Edits {
  const dialect = dialectOf(source);
  const lines = [...drainLines(closers, dialect), `process.exit(${String(code)})${dialect.semicolon}`];
  const asynchronous = closers.some(needsAwait) ? makeAsync(source, fact) : [];
  const ended = atEnd(source, fact, lines);
  return asynchronous && ended && [...asynchronous, ...ended];
}

/** Ends the process at the end of the catch clause in which the call is a statement. */
export function endClause(source: Source, call: Span): Edits {
  const site = callSite(source, call);
  const last = site?.siblings.at(-1);
  if (!site || !last || site.around[0]?.kind !== 'attempt') return undefined;
  const place = { step: last, siblings: site.siblings };
  const lines = [`process.exit(1)${dialectOf(source).semicolon}`];
  return [last.kind === 'return' ? insertBefore(source, place, lines) : insertAfter(source, place, lines)];
}

export function logStart(source: Source, fact: FunctionFact): Edits {
  const { semicolon, quote } = dialectOf(source);
  return atStart(source, fact, [`console.log(${quote}Shutting down${quote})${semicolon}`]);
}

/** Takes the statement that is the call away, with its line. */
export function removeStatement(source: Source, call: Span): Edits {
  const site = callSite(source, call);
  if (!site || !isWholeStatement(source, site) || isBraceless(source, site)) return undefined;
  return [withoutLine(source, statementSpan(source, site))];
}

/** A registration that is given a list becomes one for each of its elements. */
export function listenForEach(source: Source, call: Span, list: Span): Edits {
  const site = callSite(source, call);
  if (!site || !isWholeStatement(source, site)) return undefined;
  const name = freeName(source, ['signal', 'signalName', 'stopSignal']);
  return [insert(call[0], `for (const ${name} of ${textOf(source, list)}) `), replace(list, name)];
}

/** Takes the loop, or the `forEach`, away that does nothing but the call. */
export function removeEach(source: Source, call: Span): Edits {
  const [own, outer, ...rest] = placesAround(source, call);
  if (!own || !outer || own.siblings.length !== 1) return undefined;
  // The body of the loop may stand in a block of its own.
  const loop = outer.step.kind === 'block' && outer.siblings.length === 1 ? rest[0] : outer;
  const isEach = loop?.step.kind === 'loop' || (loop?.step.kind === 'evaluate' && outer === loop);
  return loop && isEach && !isBraceless(source, loop) ? [withoutLine(source, statementSpan(source, loop))] : undefined;
}

function withoutLine(source: Source, [start, end]: Span): Edit {
  const line = source.text.lastIndexOf('\n', start - 1) + 1;
  const isAlone = source.text.slice(line, start).trim() === '';
  const rest = /^[\t ]*\r?\n/u.exec(source.text.slice(end));
  return replace(isAlone && rest ? [line, end + rest[0].length] : [start, end], '');
}

/** An `else` that ends the process, after the branch. */
export function elseExit(source: Source, branch: Span): Edits {
  const dialect = dialectOf(source);
  const body = textOf(source, branch);
  if (!body.endsWith('}')) return undefined;
  const lines = layOut(
    ['else {', `${dialect.indent}process.exit(0)${dialect.semicolon}`, '}'],
    dialect,
    indentationAt(source, branch[0]),
  ).trimStart();
  return [insert(branch[1], ` ${lines}`)];
}

/** An element of an array, with its comma. */
export function removeElement(source: Source, element: Span): Edits {
  const [array] = siteOf(source, element)?.parents ?? [];
  if (array?.kind !== 'array' || array.items.length < 2) return undefined;
  const index = array.items.findIndex(({ span }) => isSame(span, element));
  const next = array.items[index + 1];
  const previous = array.items[index - 1];
  if (next) return [replace([element[0], next.span[0]], '')];
  return previous && [replace([previous.span[1], element[1]], '')];
}
