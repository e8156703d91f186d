import type { Flow, Operation } from './flow.js';
import type { Outcome } from './outcome.js';

/** What a call was found to do; right as long as nothing that it looked at has changed. */
interface Remembered {
  readonly state: number;
  /** How deep it was called, if that is why it was not followed to its end. */
  readonly depth: number;
  readonly outcome: Outcome;
}

/**
 * The calls of a run that leave no trace: run again from the same point they do the same again. A program calls its small functions
 * hundreds of times on the way to its end, and most of them close nothing.
 */
export class Memory {
  readonly #calls = new Map<string, Remembered>();
  readonly #numbers = new Map<Operation, number>();
  /** Grows whenever a variable, promise or operation is another. */
  #state = 0;
  /** Grows whenever the run notes something, or gives up on something. */
  #traces = 0;
  /** Grows whenever a call is too deep to be followed. */
  #cuts = 0;

  changed(): void {
    this.#state += 1;
    this.#traces += 1;
  }

  recorded(): void {
    this.#traces += 1;
  }

  cut(): void {
    this.#cuts += 1;
  }

  clear(): void {
    this.#calls.clear();
  }

  /** What a function does from a point on, if `run` has done it before without a trace, and no less deep. */
  remembered(fn: string, depth: number, flow: Flow, run: () => Outcome): Outcome {
    const key = `${fn} ${this.#nameOf(flow)}`;
    const known = this.#calls.get(key);
    if (known?.state === this.#state && known.depth <= depth) return known.outcome;
    const traces = this.#traces;
    const cuts = this.#cuts;
    const outcome = run();
    if (this.#traces === traces) this.#calls.set(key, { state: this.#state, depth: this.#cuts === cuts ? 0 : depth, outcome });
    return outcome;
  }

  #nameOf({ operations, before, failed, late, again, waited, unseen }: Flow): string {
    const flags = [failed, late, again, waited, unseen].map(Number).join('');
    const done = [...operations].map(([operation, progress]) => `${this.#numberOf(operation)}${progress === 'done' ? '!' : ''}`);
    return `${flags} ${done.join()} ${before.map((operation) => this.#numberOf(operation)).join()}`;
  }

  #numberOf(operation: Operation): string {
    const known = this.#numbers.get(operation) ?? this.#numbers.size;
    this.#numbers.set(operation, known);
    return String(known);
  }
}
