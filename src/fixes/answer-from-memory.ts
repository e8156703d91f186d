/** A probe that asks nobody. */
import type { FunctionFact, Span } from '../facts/module-facts.js';
import { codeOf, commentsIn } from './code.js';
import { dialectOf, layOut, quoted } from './dialect.js';
import { type Edits, indentationAt, replace, type Source, textOf } from './source.js';

/** The whole handler as one answer, in the words of its framework. */
export function answerFromMemory(source: Source, fact: FunctionFact, library: string, part?: Span): Edits {
  const answer = answerIn(source, fact, library);
  if (part) return answer === undefined ? undefined : inPart(source, part, answer);
  const { bodySpan, span, returnType } = fact;
  const isText = returnType === undefined || ['string', 'void', 'any'].includes(textOfType(source, fact));
  if (answer === undefined || !isText || bodySpan[1] !== span[1]) return undefined;
  const dialect = dialectOf(source);
  const kept = commentsIn(textOf(source, bodySpan));
  const lines = ['{', ...[...kept, answer + dialect.semicolon].map((line) => `\t${line}`), '}'];
  return [replace(bodySpan, layOut(lines, dialect, indentationAt(source, bodySpan[0])).trimStart())];
}

/** A branch of a handler that dispatches on the URL, which returns as before. */
function inPart(source: Source, part: Span, answer: string): Edits {
  const dialect = dialectOf(source);
  const text = source.text.slice(...part);
  const last = lastStatement(text);
  const returns = /\breturn\b/u.test(last) ? [`return${dialect.semicolon}`] : [];
  const breaks = /\bbreak$/u.test(last) ? [`break${dialect.semicolon}`] : [];
  const lines = [...commentsIn(text), `${answer}${dialect.semicolon}`, ...returns, ...breaks];
  const isInBlock = /[{:;}]\s*$/u.test(codeOf(source).slice(0, part[0]));
  const laid = isInBlock ? lines : ['{', ...lines.map((line) => `\t${line}`), '}'];
  return [replace(part, layOut(laid, dialect, indentationAt(source, part[0])).trimStart())];
}

/** What stands in the last line after the statement before, without its semicolon. */
function lastStatement(text: string): string {
  const code = text.trimEnd().replace(/;$/u, '').trimEnd();
  return code.slice(Math.max(code.lastIndexOf(';'), code.lastIndexOf('\n')) + 1);
}

function textOfType(source: Source, { span, bodySpan }: FunctionFact): string {
  return /\)\s*:\s*(?:Promise<)?(\w+)>?\s*(?:=>\s*)?$/u.exec(source.text.slice(span[0], bodySpan[0]))?.[1] ?? '';
}

function answerIn(source: Source, { parameters: [first, second] }: FunctionFact, library: string): string | undefined {
  const ok = quoted('ok', dialectOf(source));
  if (/^@?koa/u.test(library)) return first?.name && `${first.name}.body = ${ok}`;
  if (second?.name !== undefined) return `${second.name}.${library === 'node:http' ? 'end' : 'send'}(${ok})`;
  return library === 'fastify' || library.startsWith('@nestjs/') ? `return ${ok}` : undefined;
}
