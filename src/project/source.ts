import type { ModuleFacts } from '../facts/module-facts.js';
import { attempted } from './debug.js';
import { askedFile, type AskedFile, type Stamp } from './disk.js';
import { factsIn } from './reading.js';
import type { TextQuestion } from './text-questions.js';

/** A text that ESLint has. */
interface Live {
  readonly text: string;
  /** Reads them from ESLint's tree. */
  readonly collect: () => ModuleFacts;
}

/** A file as it is now. Most are only asked whether they matter; those that do are read whole. */
export class Source {
  /** When ESLint last handed the text over, if that differs from the disk. Milliseconds. */
  handed: number | undefined;
  readonly #onDisk: AskedFile;
  readonly #answers: Map<TextQuestion, string>;
  #isWhole = false;
  #facts: { readonly facts: ModuleFacts | undefined } | undefined;

  constructor(
    readonly file: string,
    readonly live?: Live,
  ) {
    this.#onDisk = askedFile(file);
    const isOther = live !== undefined && this.#onDisk.text() !== live.text;
    this.#answers = isOther ? new Map<TextQuestion, string>() : this.#onDisk.answers;
    if (isOther) this.handed = performance.now();
  }

  /** Of the file on disk when its text, or a live one, was taken. */
  get stamp(): Stamp | undefined {
    return this.#onDisk.stamp;
  }

  /** All of it: from now on everything may depend on it. */
  get text(): string | undefined {
    if (!this.#isWhole) this.#onDisk.whole();
    this.#isWhole = true;
    return this.#text();
  }

  #text(): string | undefined {
    return this.live ? this.live.text : this.#onDisk.text();
  }

  isSame(text: string): boolean {
    return this.#text() === text;
  }

  ask(question: TextQuestion): string {
    const known = this.#answers.get(question) ?? question.ask(this.#text() ?? '');
    this.#answers.set(question, known);
    return known;
  }

  /** Whether all that is known of the one holds for the other. */
  isAskedInVain(other: Source): boolean {
    return !this.#isWhole && [...this.#answers].every(([question, answer]) => other.ask(question) === answer);
  }

  facts(): ModuleFacts | undefined {
    const { text, live } = this;
    this.#facts ??= { facts: live ? attempted(this.file, live.collect) : factsIn(text, this.file) };
    return this.#facts.facts;
  }
}
