import type { Span } from '../../facts/module-facts.js';
import type { PlacedText } from '../placed-text.js';

/**
 * The lines of an instruction as one: continued lines are joined, comments and empty lines between them left out. A line
 * that ends an instruction and has more lines after it is followed by heredocs; those lines are kept as they are.
 */
export function logicalText(text: string, [start, end]: Span, escape: string): PlacedText {
  const characters: string[] = [];
  const offsets: number[] = [];
  const keep = (from: number, to: number): void => {
    for (let index = from; index < to; index += 1) {
      characters.push(text.charAt(index));
      offsets.push(index);
    }
  };
  let isContinued = true;
  for (const line of linesIn(text, start, end)) {
    const content = text.slice(line.start, line.end);
    if (isContinued && line.start > start && /^\s*(?:#.*)?$/u.test(content)) continue;
    const continuation: number = isContinued ? continuationAt(content, escape) : -1;
    keep(line.start, continuation < 0 ? line.next : line.start + continuation);
    isContinued = continuation >= 0;
  }
  return { text: characters.join(''), span: [start, end], offsets: [...offsets, end] };
}

function continuationAt(line: string, escape: string): number {
  const content = line.trimEnd();
  return content.endsWith(escape) ? content.length - 1 : -1;
}

function linesIn(text: string, start: number, end: number): readonly { start: number; end: number; next: number }[] {
  const lines: { start: number; end: number; next: number }[] = [];
  const breaks = /\r\n|\n|\r/gu;
  breaks.lastIndex = start;
  let from = start;
  for (let match = breaks.exec(text); match && match.index < end; match = breaks.exec(text)) {
    lines.push({ start: from, end: match.index, next: match.index + match[0].length });
    from = match.index + match[0].length;
  }
  if (from < end) lines.push({ start: from, end, next: end });
  return lines;
}
