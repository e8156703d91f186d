/** Lets go of timers. */
import { contains } from '../facts/spans.js';
import type { CallValue, FunctionFact, Span } from '../facts/module-facts.js';
import { dialectOf, layOut, quoted } from './dialect.js';
import { fieldHandle } from './live-field.js';
import { bareSpecifier, freeName } from './names.js';
import { callSite, isExpressionBody, isOwnStatement, type Site } from './site.js';
import { type Edit, type Edits, indentationAt, insert, replace, type Source } from './source.js';
import { insertAfter, isBraceless, separatorAt } from './statements.js';
import { type Handle, keepHandle, namesFor } from './timer-handle.js';

/** `.unref()` on a timer of Node's: the process ends although it runs. */
export function unrefTimer(source: Source, timerCall: Span): Edits {
  const site = callSite(source, timerCall);
  if (!site || !isNodeTimer(source, site.value) || isUnrefed(site)) return undefined;
  return [insert(timerCall[1], '.unref()')];
}

const NODE_TIMERS = new Set(['setInterval', 'setTimeout', 'setImmediate']);

function isNodeTimer(source: Source, { callee }: CallValue): boolean {
  if (callee.kind === 'global') return NODE_TIMERS.has(callee.name);
  const root = callee.kind === 'member' ? callee.object : callee;
  const name = callee.kind === 'member' ? callee.name : undefined;
  if (root.kind === 'global') return /^(?:globalThis|global)$/u.test(root.name) && NODE_TIMERS.has(name ?? '');
  const binding = root.kind === 'reference' ? source.facts.bindings[root.binding] : undefined;
  const isFromTimers = bareSpecifier(binding?.imported?.specifier ?? '') === 'timers';
  return (
    isFromTimers ||
    binding?.sources.some(({ value }) => value?.kind === 'import' && bareSpecifier(value.specifier ?? '') === 'timers') === true
  );
}

function isUnrefed({ parents: [parent] }: Site): boolean {
  return parent?.kind === 'member' && (parent.name === 'unref' || parent.name === 'ref');
}

export interface UnclearedTimer {
  /** The call that makes the timer or schedule. */
  readonly timer: Span;
  /** The function of this module that runs on shutdown, by its id. */
  readonly stop: number;
  /** What clears: the function it is given to, or else the name of its own method (`stop`). */
  readonly clear: 'clearInterval' | 'clearTimeout' | (string & {});
}

/** Keeps the timer where the stop function reaches it, and clears it there first. */
export function clearTimerIn(source: Source, { timer, stop, clear }: UnclearedTimer): Edits {
  const site = callSite(source, timer);
  const stopping = source.facts.functions[stop];
  if (!stopping || stopping.id === 0 || stopping.id === site?.function.id || contains(stopping.span, timer)) return undefined;
  const handle = site ? keepHandle(source, site, stopping) : fieldHandle(source, timer, stopping);
  if (!handle) return undefined;
  const cleared = clearFirst(source, stopping, clearText(handle, clear));
  return cleared && [...handle.edits, cleared];
}

export function clearText({ text, isOptional }: Handle, clear: string): string {
  const isFunction = clear === 'clearInterval' || clear === 'clearTimeout' || clear === 'clearImmediate';
  return isFunction ? `${clear}(${text})` : `${text}${isOptional ? '?' : ''}.${clear}()`;
}

/** As the first statement of the function. */
function clearFirst(source: Source, stopping: FunctionFact, clear: string): Edit | undefined {
  const dialect = dialectOf(source);
  const { semicolon, eol, indent } = dialect;
  const [start, end] = stopping.bodySpan;
  if (isExpressionBody(stopping)) return clearBefore(source, stopping, clear);
  const body = source.text.slice(start + 1, end - 1);
  if (/^\s*['"]/u.test(body)) return undefined;
  const base = indentationAt(source, start);
  if (body.trim() !== '' && !/^[^\n]*\n/u.test(body)) return insert(start + 1, ` ${clear};`);
  const isEmpty = body.trim() === '';
  return insert(
    start + 1,
    `${eol}${base}${indent}${clear}${semicolon}${separatorAt(source, start + 1, dialect)}${isEmpty && !body.includes('\n') ? eol + base : ''}`,
  );
}

/** `() => close()` as a block that still returns what it returned. */
function clearBefore(source: Source, stopping: FunctionFact, clear: string): Edit | undefined {
  const dialect = dialectOf(source);
  const [start, end] = stopping.bodySpan;
  if (end !== stopping.span[1]) return undefined;
  const { semicolon } = dialect;
  const lines = ['{', `\t${clear}${semicolon}`, `\treturn ${source.text.slice(start, end)}${semicolon}`, '}'];
  return { span: [start, end], text: layOut(lines, dialect, indentationAt(source, start)).trimStart() };
}

/** A listener of its own for a timer whose shutdown stands in another file. */
export function clearOnSignal(source: Source, timer: Span, clear: string): Edits {
  const site = callSite(source, timer);
  if (!site || isExpressionBody(site.function) || isBraceless(source, site)) return undefined;
  const dialect = dialectOf(source);
  const { step, parents } = site;
  const own =
    step.kind === 'declare' && parents.length === 0 && step.target.kind === 'binding'
      ? source.facts.bindings[step.target.binding]?.name
      : undefined;
  const name = own ?? freeName(source, namesFor(site.value));
  const listener = `process.once(${quoted('SIGTERM', dialect)}, () => ${clearText({ text: name, isOptional: false, edits: [] }, clear)})${dialect.semicolon}`;
  if (own !== undefined) return [insertAfter(source, site, [listener])];
  if (!isOwnStatement(source, site) || source.text.startsWith('(', step.span[0])) return undefined;
  const returned = step.kind === 'return' ? [`return ${name}${dialect.semicolon}`] : [];
  return [replace([step.span[0], timer[0]], `const ${name} = `), insertAfter(source, site, [listener, ...returned])];
}
