/** Closes by a hook of what is there already: an option of a library that handles signals, a framework's instance, the process. */
import type { CallValue } from '../facts/module-facts.js';
import { type Closer, closeLines, needsAwait } from './closing.js';
import { dialectOf, layOut, milliseconds, quoted } from './dialect.js';
import { callSite, isWholeStatement } from './site.js';
import { type Edits, indentationAt, insert, type Source } from './source.js';
import { insertAfter } from './statements.js';

/** `onSignal: async () => { … }` in the options of a call that has no such property yet. */
export function addShutdownOption(source: Source, { args, span }: CallValue, at: number, name: string, closer: Closer): Edits {
  const dialect = dialectOf(source);
  const options = args[at];
  const lines = [`${name}: async () => {`, ...closeLines(closer, dialect).map((line) => `\t${line}`), '}'];
  if (!options && args.length === at) {
    const laid = layOut(['{', ...lines.map((line) => `\t${line}`), '}'], dialect, indentationAt(source, span[0])).trimStart();
    return [insert(span[1] - 1, `${at > 0 ? ', ' : ''}${laid}`)];
  }
  if (options?.kind !== 'object') return undefined;
  const last = options.properties.at(-1);
  if (!last || options.properties.some((property) => property.name === name || property.kind === 'spread')) return undefined;
  const isOneLine = !source.text.slice(...options.span).includes('\n');
  const end = last.value.span[1];
  const indentation = indentationAt(source, isOneLine ? span[0] : last.value.span[0]);
  const laid = layOut(lines, dialect, indentation);
  return [insert(end, `,${isOneLine ? ' ' : dialect.eol}${isOneLine ? laid.trimStart() : laid}`)];
}

/** `app.addHook('onClose', …)` after the statement that opens. */
export function addCloseHook(source: Source, call: CallValue, app: string, closer: Closer): Edits {
  return afterOpening(source, call, closer, `${app}.addHook(${quoted('onClose', dialectOf(source))}, `);
}

/** What takes work may stop on its own, beside the shutdown of another module, with a deadline of its own in seconds. */
export function closeOnSignal(source: Source, call: CallValue, closer: Closer, seconds: number): Edits {
  const dialect = dialectOf(source);
  const deadline = `setTimeout(() => process.exit(1), ${milliseconds(seconds)}).unref()${dialect.semicolon}`;
  return afterOpening(source, call, closer, `process.once(${quoted('SIGTERM', dialect)}, `, [deadline]);
}

function afterOpening(source: Source, call: CallValue, closer: Closer, head: string, before: readonly string[] = []): Edits {
  const site = callSite(source, call.span);
  if (!site || (site.step.kind !== 'declare' && !isWholeStatement(source, site))) return undefined;
  const dialect = dialectOf(source);
  const lines = [...before, ...closeLines(closer, dialect)].map((line) => `\t${line}`);
  const opening = needsAwait(closer) ? 'async () => {' : '() => {';
  return [insertAfter(source, site, [`${head}${opening}`, ...lines, `})${dialect.semicolon}`])];
}
