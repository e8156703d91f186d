import type { Place } from '../manifests/stated.js';
import type { Edit } from '../project/finding.js';

/** What a repair writes into a manifest. */
export type Data = string | number | boolean | readonly string[] | { readonly [key: string]: Data };

/** A key and its value, put behind the last of some keys that a mapping has, else behind its last one. */
export function addKey(text: string, place: Place, key: string, value: Data, behind: readonly string[] = []): readonly Edit[] {
  const flow = `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  return addWritten(text, place, { flow, lines: (step) => block(key, value, place.indent, step) }, behind);
}

/** A key and its value, in the two ways that a mapping may be written. */
export interface Written {
  readonly flow: string;
  readonly lines: (step: number) => readonly string[];
}

export function addWritten(text: string, place: Place, written: Written, behind: readonly string[] = []): readonly Edit[] {
  const keys = Object.entries(place.keys).sort(([, a], [, b]) => a[1] - b[1]);
  const [, anchor] = keys.findLast(([name]) => behind.includes(name)) ?? keys.at(-1) ?? [];
  if (!anchor) return [];
  if (place.indent < 0) return [{ span: [anchor[1], anchor[1]], text: `, ${written.flow}` }];
  const end = endOfLine(text, anchor[1]);
  const lines = written.lines(stepIn(text));
  const isLastLine = end === text.length && !text.endsWith('\n');
  return [{ span: [end, end], text: isLastLine || text[end] !== undefined ? `\n${lines.join('\n')}` : `${lines.join('\n')}\n` }];
}

/** Behind the value, and a comment behind that. */
function endOfLine(text: string, offset: number): number {
  const start = text[offset - 1] === '\n' ? offset - 1 : offset;
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** How much deeper the file writes what belongs into something. */
function stepIn(text: string): number {
  const found = /^( *)[\w-]+:[ \t]*\r?\n\1( {1,8})[\w-]+:/mu.exec(text);
  return found?.[2]?.length ?? 2;
}

function block(key: string, value: Data, indent: number, step: number): readonly string[] {
  const start = `${' '.repeat(indent)}${key}:`;
  if (typeof value !== 'object') return [`${start} ${scalar(value)}`];
  if (isList(value)) return [`${start} [${value.map((word) => JSON.stringify(word)).join(', ')}]`];
  return [start, ...Object.entries(value).flatMap(([name, one]) => block(name, one, indent + step, step))];
}

function isList(value: Data): value is readonly string[] {
  return Array.isArray(value);
}

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return /^(?![\d.+-]*$)(?!(?:true|false|yes|no|on|off|null|~)$)[\w./-]+$/iu.test(value) ? value : JSON.stringify(value);
}

/** Another key with another value in the place of one. */
export function replaceKey(text: string, place: Place, key: string, replacement: string, value: Data): readonly Edit[] {
  const span = place.keys[key];
  if (!span) return [];
  if (place.indent < 0) return [{ span, text: `${JSON.stringify(replacement)}: ${JSON.stringify(value)}` }];
  const end = endOfLine(text, span[1]);
  return [{ span: [span[0], end], text: block(replacement, value, place.indent, stepIn(text)).join('\n').trimStart() }];
}

/** A whole line or several, from the key to the end of the value. */
export function removeKey(text: string, place: Place, key: string): readonly Edit[] {
  const span = place.keys[key];
  if (!span) return [];
  if (place.indent < 0) return removeFlow(text, span);
  const start = text.lastIndexOf('\n', span[0] - 1) + 1;
  // The first key of a list's element stands behind the dash.
  if (text.slice(start, span[0]).trim() !== '') return [];
  const end = endOfLine(text, span[1]);
  return [{ span: [start, Math.min(end + 1, text.length)], text: '' }];
}

function removeFlow(text: string, [start, end]: readonly [number, number]): readonly Edit[] {
  const after = /^\s*,\s*/u.exec(text.slice(end))?.[0].length ?? 0;
  const before = after > 0 ? 0 : (/,\s*$/u.exec(text.slice(0, start))?.[0].length ?? 0);
  return [{ span: [start - before, end + after], text: '' }];
}
