/** Statements at the start or the end of a function's body. */
import type { FunctionFact } from '../facts/module-facts.js';
import { codeOf } from './code.js';
import { dialectOf, layOut } from './dialect.js';
import { isExpressionBody } from './site.js';
import { type Edit, type Edits, indentationAt, insert, replace, type Source, textOf } from './source.js';
import { insertAfter } from './statements.js';

/** New first statements. An arrow that is an expression becomes a block. */
export function atStart(source: Source, fact: FunctionFact, lines: readonly string[]): Edits {
  return atBoth(source, fact, lines, []);
}

/** New first statements, but for a guard against a second run: `if (isShuttingDown) return; isShuttingDown = true;`. */
export function afterGuard(source: Source, fact: FunctionFact, lines: readonly string[]): Edits {
  const [test, mark] = fact.body;
  if (test?.kind !== 'branch' || test.otherwise.length > 0 || !test.then.every(({ kind }) => kind === 'return'))
    return atStart(source, fact, lines);
  const isMarked = mark?.kind === 'evaluate' && mark.value.kind === 'assign';
  return [insertAfter(source, { step: isMarked ? mark : test, siblings: fact.body }, lines)];
}

/** New last statements, run on every way that reaches the end. */
export function atEnd(source: Source, fact: FunctionFact, lines: readonly string[]): Edits {
  return atBoth(source, fact, [], lines);
}

/** New first and new last statements. */
export function atBoth(source: Source, fact: FunctionFact, first: readonly string[], last: readonly string[]): Edits {
  return isExpressionBody(fact) ? asBlock(source, fact, first, last) : inBlock(source, fact, first, last);
}

/** What follows a wait has no braces of its own. */
function amongOthers(source: Source, { bodySpan: [start, end] }: FunctionFact, first: readonly string[], last: readonly string[]): Edits {
  const dialect = dialectOf(source);
  const indentation = indentationAt(source, start);
  const laid = (lines: readonly string[]): string => layOut(lines, dialect, indentation);
  return [
    ...(first.length > 0 ? [insert(start, laid(first).trimStart() + dialect.eol + indentation)] : []),
    ...(last.length > 0 ? [insert(end, dialect.eol + laid(last))] : []),
  ];
}

function inBlock(source: Source, fact: FunctionFact, first: readonly string[], last: readonly string[]): Edits {
  if (fact.after) return amongOthers(source, fact, first, last);
  const dialect = dialectOf(source);
  const [start, end] = fact.bodySpan;
  if (fact.id === 0 || source.text[start] !== '{' || source.text[end - 1] !== '}') return undefined;
  const outer = indentationAt(source, start);
  const inner = outer + dialect.indent;
  const laid = (lines: readonly string[]): string => layOut(lines, dialect, inner);
  const isEmpty =
    codeOf(source)
      .slice(start + 1, end - 1)
      .trim() === '' && textOf(source, [start + 1, end - 1]).trim() === '';
  if (isEmpty) return [replace([start + 1, end - 1], dialect.eol + laid([...first, ...last]) + dialect.eol + outer)];
  const isOneLine = !textOf(source, fact.bodySpan).includes('\n');
  if (isOneLine) return oneLine(source, fact, first, last);
  const tail = source.text.slice(0, end - 1).trimEnd().length;
  return [
    ...(first.length > 0 ? [insert(start + 1, dialect.eol + laid(first))] : []),
    ...(last.length > 0 ? [insert(tail, dialect.eol + laid(last))] : []),
  ];
}

function oneLine(
  source: Source,
  { bodySpan: [start, end] }: FunctionFact,
  first: readonly string[],
  last: readonly string[],
): readonly Edit[] {
  const dialect = dialectOf(source);
  const outer = indentationAt(source, start);
  const inner = outer + dialect.indent;
  const own = source.text.slice(start + 1, end - 1).trim();
  const laid = (lines: readonly string[]): readonly string[] => (lines.length > 0 ? [layOut(lines, dialect, inner)] : []);
  const kept = inner + own + (/[;}]$/u.test(own) || dialect.semicolon === '' ? '' : ';');
  const body = [...laid(first), kept, ...laid(last)];
  return [replace([start, end], `{${dialect.eol}${body.join(dialect.eol)}${dialect.eol}${outer}}`)];
}

/** `() => f()` with statements around it. A `void` before the call is not needed any more. */
function asBlock(source: Source, fact: FunctionFact, before: readonly string[], after: readonly string[]): Edits {
  const dialect = dialectOf(source);
  const own = textOf(source, fact.bodySpan);
  if (/^\s*\(?\{/u.test(own)) return undefined;
  const outer = indentationAt(source, fact.span[0]);
  const lines = [...before, `${own}${dialect.semicolon}`, ...after];
  return [replace(fact.bodySpan, `{${dialect.eol}${layOut(lines, dialect, outer + dialect.indent)}${dialect.eol}${outer}}`)];
}
