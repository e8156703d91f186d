/** What the disk said when answers were found, and whether that still holds. */
import { look } from '../../project/disk.js';
import { hashOf } from '../../project/hash.js';
import type { Answers, Kind, Observation } from '../../project/observed.js';

export interface Basis {
  readonly kind: Kind;
  readonly path: string;
  readonly stamp: string;
  /** Hash of the content; undefined where it did not matter. */
  readonly content?: string | undefined;
  /** All that was asked of the text of a file; undefined where all of it counts. */
  readonly answers?: Answers | undefined;
}

/** A file that changed so shortly before it was read may have changed again within the tick of its clock. Milliseconds. */
const TICK = 2000;

/** Whether the stamp tells when the content is another: that of what has changed just before it was read does not. */
export function isTold({ stamp }: Basis, at: number): boolean {
  const changed = Number(stamp.split(' ').at(-1));
  return !(at - changed < TICK);
}

/** The same with what the disk says now; undefined where that makes a difference. `at` is when it was written down. */
export function renewed(basis: Basis, at: number): Basis | undefined {
  const { kind, path, content, answers } = basis;
  const now = look(kind, path);
  const isSame = now.stamp === basis.stamp;
  if (isSame && isTold(basis, at)) return basis;
  if (content === undefined) return isSame ? basis : undefined;
  const text = now.content();
  const found = hashOf(text);
  // Stamps of a fresh clone are new.
  const isAsBefore =
    found === content || (answers !== undefined && [...answers].every(([question, answer]) => question.ask(text) === answer));
  return isAsBefore ? { ...basis, stamp: now.stamp, content: found } : undefined;
}

/** What this process has seen; `before` is what another one has seen of the same. */
export function basisOf({ kind, path, stamp, content, asked }: Observation, before: Basis | undefined): Basis {
  return { kind, path, stamp, content: content ?? (before?.stamp === stamp ? before.content : undefined), answers: asked && merged(asked) };
}

/** For the answers of both. */
export function both(one: Basis | undefined, other: Basis): Basis {
  if (!one) return other;
  if (other.content === undefined && one.stamp === other.stamp) return one;
  const isWhole = [one, other].some(({ content, answers }) => content !== undefined && answers === undefined);
  const asked = [one, other].flatMap(({ answers }) => answers ?? []);
  return { ...other, answers: isWhole || asked.length === 0 ? undefined : merged(asked) };
}

function merged(asked: readonly Answers[]): Answers {
  return asked.length === 1 && asked[0] ? asked[0] : new Map(asked.flatMap((answers) => [...answers]));
}

/** Hashes of the texts that were read, by file. */
export function textsIn(basis: Iterable<Basis>): ReadonlyMap<string, string> {
  const texts = [...basis].flatMap(({ kind, path, content }) =>
    kind === 'file' && content !== undefined ? [[path, content] as const] : [],
  );
  return new Map(texts);
}
