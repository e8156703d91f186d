/** What the disk has told this process: all that its answers rest on. */
import type { TextQuestion } from './text-questions.js';

export type Kind = 'file' | 'folder' | 'existence' | 'link';

/** Answers about a text. */
export type Answers = ReadonlyMap<TextQuestion, string>;

export interface Observation {
  readonly kind: Kind;
  /** Absolute. */
  readonly path: string;
  /** Another one whenever the content may be; empty for what is not there. */
  readonly stamp: string;
  /** Hash of the text of a file, of the entries of a folder; undefined where nobody has asked for them. */
  readonly content?: string | undefined;
  /** All that is asked of a text, now and later; undefined where it is read whole. */
  readonly asked?: readonly Answers[] | undefined;
}

const observed = new Map<string, Observation>();
let isSteady = true;

export function observe(kind: Kind, path: string, stamp: string, content?: string): void {
  const key = `${kind} ${path}`;
  const isSame = isStill(key, stamp);
  if (content === undefined && isSame) return;
  observed.set(key, { kind, path, stamp, content });
}

/** A text of which only the answers matter, unless somebody else reads it whole; undefined while it is not read for them. */
export function observeAsked(path: string, stamp: string, content: string | undefined, answers: Answers): void {
  const key = `file ${path}`;
  const before = isStill(key, stamp) ? observed.get(key) : undefined;
  const isWhole = before?.content !== undefined && before.asked === undefined;
  if (isWhole) return;
  const others = before?.asked ?? [];
  const asked = others.includes(answers) ? others : [...others, answers];
  observed.set(key, { kind: 'file', path, stamp, content: content ?? before?.content, asked });
}

function isStill(key: string, stamp: string): boolean {
  const before = observed.get(key);
  if (before && before.stamp !== stamp) isSteady = false;
  return before?.stamp === stamp;
}

export function observations(): Iterable<Observation> {
  return observed.values();
}

/** Whether the disk has said the same all the time: what was found before a change rests on what it said then, not on what it says now. */
export function hasStayed(): boolean {
  return isSteady;
}

/** The text of a file as this process has read it last, as a hash. */
export function observedHash(file: string): string | undefined {
  return observed.get(`file ${file}`)?.content;
}

interface Memory {
  readonly stamp: string;
  readonly answers: Answers;
}

let remembered: ReadonlyMap<string, Memory> = new Map();

/** What another process has asked of texts, by path. */
export function remember(answers: ReadonlyMap<string, Memory>): void {
  remembered = answers;
}

/** What is remembered of the text that the file has now. */
export function recall(file: string, stamp: string): Answers | undefined {
  const memory = remembered.get(file);
  return memory?.stamp === stamp ? memory.answers : undefined;
}
