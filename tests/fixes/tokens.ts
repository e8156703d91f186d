/** What a text is made of, to see what a change took away. */
import { parse } from '@typescript-eslint/parser';

function parsed(file: string, text: string): ReturnType<typeof parse> {
  return parse(text, { filePath: file, sourceType: 'module', comment: true, tokens: true, range: true });
}

/** Signs that only hold others together come and go with a change of form: an arrow function gets a block, a statement its semicolon. */
const FORM = new Set(['(', ')', '{', '}', ';', ',', '=>', 'return', 'void']);

export function tokensIn(file: string, text: string): readonly string[] {
  return parsed(file, text)
    .tokens.map(({ value }) => value)
    .filter((value) => !FORM.has(value));
}

export function commentsIn(file: string, text: string): readonly string[] {
  return parsed(file, text).comments.map(({ value }) => value);
}

/** What is there less often than before. */
export function lostTokens(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const token of after) left.set(token, (left.get(token) ?? 0) + 1);
  return before.filter((token) => {
    const count = left.get(token) ?? 0;
    left.set(token, count - 1);
    return count <= 0;
  });
}
