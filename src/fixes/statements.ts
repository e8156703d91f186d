/** Puts statements before, after or in place of others. */
import type { Step } from '../facts/module-facts.js';
import { allSteps } from '../facts/walk.js';
import { codeOf, hasComment, lineStartsWithin } from './code.js';
import { type Dialect, dialectOf, layOut } from './dialect.js';
import { isExpressionBody, type Site, statementSpan } from './site.js';
import { type Edit, indentationAt, insert, replace, type Source, textOf } from './source.js';

/** New lines after the statement, and after the comment that ends its line. */
export function insertAfter(source: Source, site: Pick<Site, 'step' | 'siblings'>, lines: readonly string[]): Edit {
  const dialect = dialectOf(source);
  const [start, end] = statementSpan(source, site);
  const indentation = indentationAt(source, start);
  const position = endOfLine(source, end);
  const isFollowed = /^[\t ]*[^\s]/u.test(source.text.slice(position));
  const laid = layOut(lines, dialect, indentation) + separatorAt(source, position, dialect);
  return insert(position, dialect.eol + laid + (isFollowed ? dialect.eol + indentation : ''));
}

/** Without semicolons, a line that begins with a bracket would go on with what is put before it. */
export function separatorAt(source: Source, position: number, { semicolon }: Dialect): string {
  const next = codeOf(source).slice(position).trimStart();
  return semicolon === '' && (/^[([+\-/]/u.test(next) || source.text.slice(position).trimStart().startsWith('`')) ? ';' : '';
}

export function insertBefore(source: Source, site: Pick<Site, 'step' | 'siblings'>, lines: readonly string[]): Edit {
  const dialect = dialectOf(source);
  const [start] = statementSpan(source, site);
  const indentation = indentationAt(source, start);
  return insert(start, layOut(lines, dialect, indentation).trimStart() + dialect.eol + indentation);
}

/** The end of the line if nothing but a comment follows there, else the same place. */
function endOfLine(source: Source, end: number): number {
  const rest = /^[^\n\r]*/u.exec(codeOf(source).slice(end))?.[0] ?? '';
  const written = source.text.slice(end, end + rest.length);
  return rest.trim() === '' && !written.includes('/*') ? end + written.trimEnd().length : end;
}

/** Whether it is the branch of an `if` or loop without braces, where a second statement would fall out of it. */
export function isBraceless(source: Source, site: Pick<Site, 'step' | 'siblings' | 'around'>): boolean {
  const [parent] = site.around;
  if ((parent?.kind !== 'branch' && parent?.kind !== 'loop') || site.siblings.length > 1) return false;
  const [start] = statementSpan(source, site);
  return !/[;{}]\s*$/u.test(codeOf(source).slice(parent.span[0], start));
}

/** Lines in place of the statement that is the expression, with braces where they need them. `lines` end the function when `ends`. */
export function replaceStatement(source: Source, site: Site, lines: readonly string[]): Edit | undefined {
  const dialect = dialectOf(source);
  const { function: owner, step, value } = site;
  if (hasComment(textOf(source, step.span))) return undefined;
  if (isExpressionBody(owner)) return replaceExpressionBody(source, site, lines);
  if (step.kind !== 'evaluate' && step.kind !== 'return') return undefined;
  const indentation = indentationAt(source, step.span[0]);
  const needsBraces = lines.length > 1 && isBraceless(source, site);
  const braced = needsBraces ? ['{', ...lines.map((line) => `\t${line}`), '}'] : lines;
  const end = step.span[1];
  const isClosed = source.text[end - 1] === ';' || step.span[1] === value.span[1];
  return isClosed ? replace(step.span, layOut(braced, dialect, indentation).trimStart()) : undefined;
}

function replaceExpressionBody(source: Source, { value, parents, function: owner }: Site, lines: readonly string[]): Edit | undefined {
  const dialect = dialectOf(source);
  if (parents.length > 0 || value.span[0] !== owner.bodySpan[0] || value.span[1] !== owner.span[1]) return undefined;
  const block = ['{', ...lines.map((line) => `\t${line}`), '}'];
  return replace(value.span, layOut(block, dialect, indentationAt(source, value.span[0])).trimStart());
}

/** One level deeper for each line between two offsets that starts there. */
export function indentWithin(source: Source, start: number, end: number, { indent }: Dialect): Edit[] {
  return lineStartsWithin(source, start, end).map((position) => insert(position, indent));
}

/** Whether nothing of its function can run after the statement; a block's end is no end of the function. */
export function isLastInFunction({ step, siblings, around, function: owner }: Site): boolean {
  const isLast = (statement: Step, list: readonly Step[]): boolean => list.at(-1) === statement;
  if (!isLast(step, siblings)) return false;
  if (around.some(({ kind }) => kind === 'loop' || kind === 'switch')) return false;
  const outermost = around.at(-1);
  if (outermost && !isLast(outermost, owner.body)) return false;
  return around.every((statement, index) => index === around.length - 1 || followsNothing(statement, around[index + 1]));
}

function followsNothing(statement: Step, parent: Step | undefined): boolean {
  if (!parent) return true;
  return !allSteps([parent]).some(({ span }) => span[0] >= statement.span[1]);
}

/** Lines that stood at one indentation, the first without it, at another. */
export function reindented(text: string, from: string, to: string): string {
  const [first = '', ...more] = text.split('\n');
  return [first, ...more.map((line) => (line.startsWith(from) ? to + line.slice(from.length) : line))].join('\n');
}
