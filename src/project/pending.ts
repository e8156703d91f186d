import type { CallValue } from '../facts/module-facts.js';
import { append } from './lists.js';
import type { Passed } from './passing.js';

/** Where functions come from: a parameter, and the callers whose functions run here. */
export interface Pending {
  readonly passed: Passed;
  readonly followed: Set<CallValue>;
  /** Its place in the order in which they were found. */
  readonly place: number;
}

/** Those that are known, and which of them to look at again. */
export class PendingList {
  readonly all: Pending[] = [];
  readonly #byKey = new Map<string, Pending[]>();
  readonly #byReceiver = new Map<string, Pending[]>();
  /** Those of which a caller may have been reached since they were last looked at. */
  #stirred = new Set<Pending>();

  add(passed: Passed): void {
    const pending: Pending = { passed, followed: new Set(), place: this.all.length };
    this.all.push(pending);
    append(this.#byKey, passed.key, pending);
    append(this.#byReceiver, passed.receiver.id, pending);
    this.#stirred.add(pending);
  }

  stirPassed(key: string): void {
    this.#stir(this.#byKey.get(key));
  }

  stirReceiver(fn: string): void {
    this.#stir(this.#byReceiver.get(fn));
  }

  /** In the order in which they were found. */
  takeStirred(): readonly Pending[] {
    const stirred = [...this.#stirred].sort((one, other) => one.place - other.place);
    this.#stirred = new Set();
    return stirred;
  }

  #stir(pending: readonly Pending[] = []): void {
    for (const one of pending) this.#stirred.add(one);
  }
}
