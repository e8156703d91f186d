import type { CallSite } from '../module.js';
import type { FunctionThing, ResourceThing } from '../thing.js';
import { begin, type Flow, type Operation } from './flow.js';
import { runAll } from './functions.js';
import type { Run } from './run.js';

interface Waiting {
  readonly functions: readonly FunctionThing[];
  readonly site: CallSite;
  readonly stack: readonly CallSite[];
  readonly flow: Flow;
}

const DEEPEST = 4;

/** What is to run when something has closed, said before the close begins: `server.on('close', …)`. */
export class CloseListeners {
  readonly #waiting = new Map<string, readonly Waiting[]>();
  readonly #heard = new Set<Waiting>();
  /** One may close what another waits for, and that the first again. */
  readonly #running = new Set<Waiting>();

  /** False where the close has begun already: then it runs after that. */
  add(run: Run, { id }: ResourceThing, waiting: Waiting): boolean {
    if ([...waiting.flow.operations.keys()].some(({ things }) => things.some((thing) => thing.id === id))) return false;
    const others = this.#waiting.get(id) ?? [];
    if (!others.some(({ site }) => site.call === waiting.site.call)) this.#waiting.set(id, [...others, waiting]);
    run.memory.changed();
    return true;
  }

  /** The close begins. */
  hear(run: Run, operation: Operation, flow: Flow): void {
    const heard = this.#waiting.size === 0 ? [] : operation.things.flatMap(({ id }) => this.#waiting.get(id) ?? []);
    for (const waiting of heard) {
      this.#heard.add(waiting);
      run.waits(operation, 'callback');
      if (this.#running.has(waiting) || this.#running.size === DEEPEST) continue;
      this.#running.add(waiting);
      runAll(run, waiting.functions, { ...begin(flow, operation, 'done'), waited: true }, waiting.stack, waiting.site);
      this.#running.delete(waiting);
    }
  }

  /** Of what is closed in a way that is not seen. */
  runRest(run: Run): void {
    const rest = [...this.#waiting.values()].flat().filter((waiting) => !this.#heard.has(waiting));
    for (const { functions, site, stack, flow } of rest) runAll(run, functions, flow, stack, site);
  }
}
