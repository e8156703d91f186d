/** Closes what is open before the process exits. */
import { contains } from '../facts/spans.js';
import type { CallValue, Span, Step } from '../facts/module-facts.js';
import { makeAsync } from './asynchronous.js';
import { hasComment } from './code.js';
import { type Closer, needsAwait } from './closing.js';
import { drainLines } from './drain.js';
import { dialectOf, layOut } from './dialect.js';
import { callSite, isExpressionBody, isOwnStatement, type Site } from './site.js';
import { type Edits, indentationAt, insert, replace, type Source, textOf } from './source.js';
import { indentWithin, isBraceless } from './statements.js';

export interface CloseBeforeExit {
  readonly exit: Span;
  /** In the order in which they are to be closed; every name is in scope at the exit. */
  readonly closers: readonly Closer[];
  /** No `try` around it: the shutdown has a deadline, and an unhandled rejection ends the process with code 1. */
  readonly isPlain?: boolean;
}

/** A close that fails must not keep the process alive nor look like success: unless a `try` is there already, one is put around. */
export function closeBeforeExit(source: Source, { exit, closers, isPlain = false }: CloseBeforeExit): Edits {
  const site = callSite(source, exit);
  if (!site || closers.length === 0 || !isOwnStatement(source, site)) return undefined;
  const waits = closers.some(needsAwait);
  const asynchronous = waits ? makeAsync(source, site.function) : [];
  if (!asynchronous) return undefined;
  const dialect = dialectOf(source);
  const lines = drainLines(closers, dialect);
  const isGuarded = isPlain || !waits || site.around.some((step) => step.kind === 'attempt' && isInBody(step, exit));
  const closed = isGuarded ? closedPlainly(source, site, lines) : closedInTry(source, site, lines);
  return closed && [...asynchronous, ...closed];
}

function isInBody(step: Extract<Step, { kind: 'attempt' }>, span: Span): boolean {
  return step.handler !== undefined && step.body.some((inner) => contains(inner.span, span));
}

function closedPlainly(source: Source, site: Site, lines: readonly string[]): Edits {
  const dialect = dialectOf(source);
  if (isExpressionBody(site.function) || isBraceless(source, site)) {
    return inBlock(source, site, [...lines, textOf(source, site.value.span) + dialect.semicolon]);
  }
  const [start] = site.step.span;
  const indentation = indentationAt(source, start);
  return [insert(start, layOut(lines, dialect, indentation).trimStart() + dialect.eol + indentation)];
}

function closedInTry(source: Source, site: Site<CallValue>, closes: readonly string[]): Edits {
  const dialect = dialectOf(source);
  const { semicolon } = dialect;
  const [, failure] = exitsOf(source, site);
  const rescue = ['} catch (error) {', `\tconsole.error(error)${semicolon}`, `\t${failure}${semicolon}`, '}'];
  if (isExpressionBody(site.function) || isBraceless(source, site)) {
    const [exit] = exitsOf(source, site);
    return inBlock(source, site, ['try {', ...closes.map((line) => `\t${line}`), `\t${exit}${semicolon}`, ...rescue]);
  }
  const [start, end] = site.step.span;
  const indentation = indentationAt(source, start);
  const head = layOut(['try {', ...closes.map((line) => `\t${line}`), '\t'], dialect, indentation).trimStart();
  const tail = layOut(rescue, dialect, indentation);
  return [insert(start, head), ...indentWithin(source, start, end, dialect), insert(end, dialect.eol + tail)];
}

/** The exit as it stands, and the same with a code that says failure. */
function exitsOf(source: Source, { value }: Site<CallValue>): readonly [string, string] {
  const exit = textOf(source, value.span);
  const callee = textOf(source, value.callee.span);
  // A signal to itself is an exit too: `process.kill(process.pid, signal)`.
  const failing = /\bkill$/u.test(callee) ? callee.replace(/^kill$/u, 'process.kill').replace(/kill$/u, 'exit') : callee;
  return [exit, `${failing}(1)`];
}

function inBlock(source: Source, { step, value, function: owner }: Site, lines: readonly string[]): Edits {
  const dialect = dialectOf(source);
  const isExpression = isExpressionBody(owner);
  if (isExpression && value.span[1] !== owner.span[1]) return undefined;
  const block = ['{', ...lines.map((line) => `\t${line}`), '}'];
  const span = isExpression ? value.span : step.span;
  if (hasComment(textOf(source, span))) return undefined;
  return [replace(span, layOut(block, dialect, indentationAt(source, span[0])).trimStart())];
}
