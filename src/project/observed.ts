/** What the disk has told this process: all that its answers rest on. */

export type Kind = 'file' | 'folder' | 'existence' | 'link';

export interface Observation {
  readonly kind: Kind;
  /** Absolute. */
  readonly path: string;
  /** Another one whenever the content may be; empty for what is not there. */
  readonly stamp: string;
  /** The text of a file, the entries of a folder; undefined where nobody has asked for them. */
  readonly content?: string | undefined;
}

const observed = new Map<string, Observation>();
let isSteady = true;

export function observe(kind: Kind, path: string, stamp: string, content?: string): void {
  const key = `${kind} ${path}`;
  const before = observed.get(key);
  if (before && before.stamp !== stamp) isSteady = false;
  if (content === undefined && before?.stamp === stamp) return;
  observed.set(key, { kind, path, stamp, content });
}

export function observations(): Iterable<Observation> {
  return observed.values();
}

/** Whether the disk has said the same all the time: what was found before a change rests on what it said then, not on what it says now. */
export function hasStayed(): boolean {
  return isSteady;
}

/** The text of a file as this process has read it last. */
export function observedText(file: string): string | undefined {
  return observed.get(`file ${file}`)?.content;
}
