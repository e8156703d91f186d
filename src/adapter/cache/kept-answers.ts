import { attempted } from '../../project/debug.js';
import { look } from '../../project/disk.js';
import { replaceFile } from '../../project/disk-writes.js';
import { hashOf } from '../../project/hash.js';
import { hasStayed, observations, observedHash, remember } from '../../project/observed.js';
import { byFile, type ByFile } from '../report.js';
import { basisOf, both, isTold, renewed, textsIn, type Basis } from './basis.js';
import { deserialized, serialized, type Answer, type KeptFile, type Promised, type Question } from './kept-file.js';
import { makerOf, placeFor } from './place.js';
import { Releasing } from './releasing.js';
import { extended, isKept, NO_PROMISE, type State } from './promise.js';
import { Saving } from './saving.js';

/** A run asks all the time; after a pause files may have changed. Milliseconds. */
const PAUSE = 1000;
/** Answers under more settings than people have at a time are let go. */
const MOST_SETTINGS = 4;

const NOTHING: KeptFile = { basis: [], answers: [], promise: NO_PROMISE, isIncomplete: false, at: 0 };

const byFolder = new Map<string, KeptAnswers | undefined>();
/** Whether ESLint has the texts that the disk has. One that differs is an editor's, or changes at this moment: then nothing is kept. */
let isAsOnDisk = true;
const releasing = new Releasing();

/** Says what ESLint has for the text of a file that this process has read. */
export function noteText(file: string, text: string): void {
  const read = observedHash(file);
  if (read !== undefined && read !== hashOf(text)) isAsOnDisk = false;
}

/** A repair has been written: what was found before it is of no use for the rest of this process. */
export function noteRepair(): void {
  isAsOnDisk = false;
}

/** The answers of the last run in a folder, as long as all that they rest on is as it was. */
export class KeptAnswers {
  #kept: KeptFile;
  /** The kept answers by their questions. */
  #byQuestion: ReadonlyMap<string, Answer> | undefined;
  /** What they say, put in order when it is asked. */
  readonly #ordered = new Map<string, ByFile>();
  #texts: ReadonlyMap<string, string> = new Map();
  #isCurrent: boolean | undefined;
  #asked = 0;
  readonly #added = new Map<string, Answer>();
  #promise: Promised;
  #isIncomplete = false;
  readonly #saving = new Saving(() => {
    if (isAsOnDisk && hasStayed())
      attempted(this.file, () => {
        this.#save();
      });
  });

  private constructor(
    readonly folder: string,
    readonly file: string,
    readonly maker: string,
  ) {
    this.#kept = attempted(file, () => deserialized(look('file', file).content(), folder, maker)) ?? NOTHING;
    this.#promise = this.#kept.promise;
  }

  /** By the folder that ESLint runs in; undefined where nothing can be kept. */
  static of(folder: string): KeptAnswers | undefined {
    if (byFolder.has(folder)) return byFolder.get(folder);
    const file = placeFor(folder);
    const maker = makerOf();
    const made = file === undefined || maker === undefined ? undefined : new KeptAnswers(folder, file, maker);
    byFolder.set(folder, made);
    return made;
  }

  /** Whether the kept answers are those of the file as ESLint has it. */
  holdFor(file: string, text: string): boolean {
    if (!isAsOnDisk || !this.isCurrent) return false;
    const onDisk = this.#texts.get(file) ?? hashOf(look('file', file).content());
    isAsOnDisk = onDisk === hashOf(text);
    if (isAsOnDisk) releasing.noteAnswered(file);
    return isAsOnDisk;
  }

  /** What was found; undefined when it is not known, or no longer right. */
  get(question: Question): ByFile | undefined {
    const key = keyOf(question);
    const known = this.#ordered.get(key);
    if (known) return known;
    this.#byQuestion ??= new Map(this.#kept.answers.map((one) => [keyOf(one), one]));
    const answer = this.#byQuestion.get(key);
    const found = answer && byFile(answer.findings);
    if (found) this.#ordered.set(key, found);
    return found;
  }

  /** Keeps what this process has found; `undefined` when it could not be. */
  add(question: Question, found: ByFile | undefined): void {
    if (found === undefined) this.#isIncomplete = true;
    else this.#added.set(keyOf(question), { ...question, findings: [...found.values()].flat() });
    releasing.noteAsked(question.of);
    this.#saving.soon();
  }

  /**
   * A word that is another whenever a text that it has stood for is answered otherwise than before. `ask` finds an answer anew,
   * `fresh` makes a word that has not been used for another state of the disk.
   */
  fingerprint(ask: (question: Question) => ByFile | undefined, fresh: () => string): string {
    const isKnown = this.#kept !== NOTHING && !this.#kept.isIncomplete;
    if (isKnown && !this.isCurrent) for (const question of this.#kept.answers) this.add(question, ask(question));
    const known = isKnown && !this.#isIncomplete && isKept(this.#promise, this.#state()) ? this.#promise.fingerprint : undefined;
    if (known !== undefined) return known;
    const made = fresh();
    this.#promise = { ...NO_PROMISE, fingerprint: made };
    this.#saving.soon();
    return made;
  }

  /** Whether nothing has changed since the answers were found. A run asks for each of its files, and is answered once. */
  get isCurrent(): boolean {
    const now = performance.now();
    if (this.#isCurrent === undefined || (this.#isCurrent && now - this.#asked >= PAUSE)) {
      this.#isCurrent = this.#kept !== NOTHING && this.#renew();
      this.#texts = textsIn(this.#kept.basis);
      if (!this.#isCurrent) this.#remember();
    }
    this.#asked = now;
    return this.#isCurrent;
  }

  #renew(): boolean {
    const { basis, at } = this.#kept;
    const now: Basis[] = [];
    for (const one of basis) {
      const other = renewed(one, at);
      if (!other) return false;
      now.push(other);
    }
    this.#kept = { ...this.#kept, basis: now };
    return true;
  }

  /** What was asked of texts that may not have changed need not be asked again. */
  #remember(): void {
    const { basis, at } = this.#kept;
    const told = basis.filter((one) => isTold(one, at));
    remember(new Map(told.flatMap(({ path, stamp, answers }) => (answers ? [[path, { stamp, answers }] as const] : []))));
  }

  #save(): void {
    const at = Date.now();
    const state = this.#state();
    const hasPromised = this.#promise.fingerprint !== undefined && isKept(this.#promise, state);
    const promise = hasPromised ? extended(this.#promise, state) : NO_PROMISE;
    const kept: KeptFile = { at, isIncomplete: this.#isIncomplete, promise, basis: state.basis, answers: state.answers };
    this.#takeOver(kept, state.texts);
    replaceFile(this.file, serialized(kept, this.folder, this.maker));
  }

  /** What this process has found answers its other files as well: for those it need not look at the program again. */
  #takeOver(kept: KeptFile, texts: State['texts']): void {
    this.#kept = kept;
    this.#texts = texts;
    this.#byQuestion = undefined;
    this.#ordered.clear();
    this.#isCurrent = true;
    this.#asked = performance.now();
  }

  /** What is known now; what the last run found counts as long as it is right. */
  #state(): State & { readonly basis: readonly Basis[] } {
    const before = this.#isCurrent ? this.#kept : NOTHING;
    const kept = new Map(this.#kept.basis.map((one) => [`${one.kind} ${one.path}`, one]));
    const basis = new Map(this.#isCurrent ? kept : []);
    for (const one of observations()) {
      const key = `${one.kind} ${one.path}`;
      basis.set(key, both(basis.get(key), basisOf(one, kept.get(key))));
    }
    const answers = [...before.answers.filter((one) => !this.#added.has(keyOf(one))), ...this.#added.values()];
    return { folder: this.folder, answers: limited(answers), basis: [...basis.values()], texts: textsIn(basis.values()) };
  }
}

function keyOf({ of, root, settings, rule }: Question): string {
  return [of, root, settings, rule].join('\n');
}

/** The latest settings. */
function limited(answers: readonly Answer[]): readonly Answer[] {
  const settings = new Set([...new Set(answers.map((answer) => answer.settings))].slice(-MOST_SETTINGS));
  return answers.filter((answer) => settings.has(answer.settings));
}
