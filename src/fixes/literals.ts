/** Comments, strings, templates and regular expressions, found by their text alone. */

interface Literal {
  readonly start: number;
  readonly part: string;
  readonly isComment: boolean;
}

interface Kind {
  /** The group is the end, and empty where that is missing. */
  readonly pattern: RegExp;
  readonly end: string;
  /** No other begins in the line in which one has no end. */
  readonly line?: true;
}

const KINDS: Readonly<Record<string, Kind>> = {
  "'": { pattern: /'(?:\\[\s\S]|[^'\\\n\r])*('?)/uy, end: "'" },
  '"': { pattern: /"(?:\\[\s\S]|[^"\\\n\r])*("?)/uy, end: '"' },
  '`': { pattern: /`(?:\\[\s\S]|[^`\\])*(`?)/uy, end: '`' },
  '//': { pattern: /\/\/[^\n\r]*()/uy, end: '' },
  '/*': { pattern: /\/\*(?:[^*]|\*(?!\/))*((?:\*\/)?)/uy, end: '*/' },
  // A regular expression stands after an operator, never after an operand.
  '/': {
    pattern: /\/(?<=(?:[!%&(*+,\-:;<=>?[^{|}~]|\breturn|^)\s*\/)(?:\\.|\[(?:\\.|[^\]\\\n\r])*\]|[^/\\[\n\r])*(\/?)/uy,
    end: '/',
    line: true,
  },
};

/**
 * One after the other. What has no end is code (`don't` in JSX), and no other of its kind can end where it could not: it is not
 * looked for there again, so that the time grows with the length of the text and not with its square.
 */
export function literalsIn(text: string): readonly Literal[] {
  const endless = new Map<string, number>();
  const found: Literal[] = [];
  const starts = /\/[*/]|['"`/]/gu;
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const { index: start, 0: opening } = match;
    starts.lastIndex = start + 1;
    const kind = KINDS[opening];
    if (!kind || start < (endless.get(opening) ?? 0)) continue;
    kind.pattern.lastIndex = start;
    const [part = '', end] = kind.pattern.exec(text) ?? [];
    if (end !== kind.end) {
      endless.set(opening, part !== '' && kind.line ? endOfLine(text, start) : start + part.length);
      continue;
    }
    found.push({ start, part, isComment: opening.length === 2 });
    starts.lastIndex = start + part.length;
  }
  return found;
}

function endOfLine(text: string, position: number): number {
  const end = text.indexOf('\n', position);
  return end < 0 ? text.length : end;
}
