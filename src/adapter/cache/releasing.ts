import { forgetDeployments } from '../../project/deployment/current.js';
import { ManifestFiles } from '../../project/deployment/manifest-files.js';
import { Workspace } from '../../project/workspace.js';
import type { Question } from './kept-file.js';

/** So many files in a row were answered by what is kept: the others will be, too. */
const ENOUGH = 10;

/**
 * A program is large, and a run that has its answers would carry it along for nothing: the collector of garbage lets the heap grow to a
 * multiple of what lives.
 */
export class Releasing {
  readonly #asked = new Set<Question['of']>();
  #answered = 0;
  #hasReleased = false;

  /** A question that was not answered, of another configuration for one. Programs are not made a third time. */
  noteAsked(kind: Question['of']): void {
    this.#asked.add(kind);
    this.#answered = 0;
  }

  /** Before a file is linted: nobody works with a program then. */
  noteAnswered(file: string): void {
    this.#answered += 1;
    if (this.#hasReleased || this.#answered < ENOUGH || this.#isAwaited(file)) return;
    this.#hasReleased = true;
    Workspace.forgetAll();
    forgetDeployments();
  }

  /** Manifests are joined with the program when the first of them is linted. ESLint goes by the alphabet, so it may have none to lint. */
  #isAwaited(file: string): boolean {
    return !this.#asked.has('code') || (!this.#asked.has('manifests') && ManifestFiles.areAfter(file));
  }
}
