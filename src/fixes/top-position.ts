/** Where something can be declared for the whole module. */
import { codeOf } from './code.js';
import type { Span } from '../facts/module-facts.js';
import type { Source } from './source.js';

const HEAD = /^(?!(?:else|catch|finally)\b)[\w$(@]/u;
const COMMENT_LINE = /^[\t ]*(?:\/\/|\/\*|\*)/u;

/** The last line that begins a statement of the module, or the first of the decorators and comments that belong to it. */
export function topPosition(source: Source, [position]: Span): number | undefined {
  const statements = statementsUpTo(source, position);
  const statement = statements.findLast((_head, index) => index === 0 || source.text[statements[index - 1] ?? 0] !== '@');
  return statement === undefined ? undefined : startWithComments(source.text, statement);
}

function statementsUpTo(source: Source, position: number): readonly number[] {
  const code = codeOf(source);
  const found: number[] = [];
  let start = 0;
  let depth = 0;
  for (const line of code.slice(0, position + 1).split('\n')) {
    if (depth === 0 && HEAD.test(line) && code[start] === source.text[start]) found.push(start);
    for (const [bracket] of line.matchAll(/[(){}[\]]/gu)) depth += '({['.includes(bracket) ? 1 : -1;
    start += line.length + 1;
  }
  return found;
}

function startWithComments(text: string, statement: number): number {
  let start = statement;
  while (start > 0) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (!COMMENT_LINE.test(text.slice(above, start))) return start;
    start = above;
  }
  return start;
}
