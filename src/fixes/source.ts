/** One file with its facts, the changes made to it, and where things stand in its text. */
import type { ModuleFacts, Span } from '../facts/module-facts.js';

export interface Source {
  /** Its extension tells TypeScript from JavaScript, and modules from scripts. */
  readonly path: string;
  /** Without a byte order mark, as the facts count. */
  readonly text: string;
  readonly facts: ModuleFacts;
  /** Whether `await` may stand at the top of this file, when the caller knows; else the extension and the text tell. */
  readonly topLevelAwait?: boolean;
}

/** A change of the text; an empty span inserts. The edits of one verb never overlap. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** What a verb gives: undefined when it cannot be done safely. */
export type Edits = readonly Edit[] | undefined;

export function insert(position: number, text: string): Edit {
  return { span: [position, position], text };
}

export function replace(span: Span, text: string): Edit {
  return { span, text };
}

export function textOf({ text }: Source, [start, end]: Span): string {
  return text.slice(start, end);
}

export function isSame(one: Span, other: Span): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

export function lineStart({ text }: Source, position: number): number {
  return text.lastIndexOf('\n', position - 1) + 1;
}

/** The white space before the first character of the line. */
export function indentationAt(source: Source, position: number): string {
  return /^[\t ]*/u.exec(source.text.slice(lineStart(source, position)))?.[0] ?? '';
}
