import { settle, type Flow, type Operation } from './flow.js';
import type { Memory } from './memory.js';
import { doneIn, isPromised, type Promised } from './outcome.js';

/**
 * Ends of which somebody is told who is not seen, or by a `resolve` that was put away. A wait of which it is not seen what it is for may be
 * for these: `const closed = pDefer(); server.close(() => closed.resolve()); await closed.promise;`
 */
export class Told {
  readonly #ends = new Set<Operation>();
  readonly #kept = new Set<readonly Flow[]>();

  constructor(readonly memory: Memory) {}

  /** The ways of a promise whose `resolve` is put away, to be called by whoever finds it. */
  keep(ways: readonly Flow[]): void {
    this.#kept.add(ways);
  }

  /** Nobody has the promise, so nobody waits for it, whoever calls its `resolve`. */
  forget({ deferred = [] }: Promised): void {
    for (const { ways } of deferred) this.#kept.delete(ways);
  }

  isKept(ways: readonly Flow[]): boolean {
    return this.#kept.has(ways);
  }

  hear(flow: Flow): void {
    const before = this.#ends.size;
    for (const operation of doneIn(flow)) this.#ends.add(operation);
    if (this.#ends.size > before) this.memory.changed();
  }

  /** The flow after a wait for this. */
  after(flow: Flow, promised: Promised): Flow {
    if (this.#ends.size === 0 || isPromised(promised)) return flow;
    return settle(
      flow,
      [...this.#ends].filter((operation) => flow.operations.get(operation) === 'begun'),
    );
  }
}
