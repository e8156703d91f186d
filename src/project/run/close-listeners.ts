import type { Value } from '../../facts/module-facts.js';
import { handoversOf, type Handover } from '../callbacks.js';
import { isEndEvent } from '../end-events.js';
import type { Link } from '../link.js';
import type { CallSite } from '../module.js';
import type { Reach } from '../reach.js';
import { functionThing, type FunctionThing, type ResourceThing } from '../thing.js';
import { begin, type Flow, type Operation } from './flow.js';
import { runAll } from './functions.js';
import type { Run } from './run.js';

interface Waiting {
  readonly functions: readonly FunctionThing[];
  /** The listener is the `resolve` of a promise: `server.once('close', resolve)`. */
  readonly ways?: Flow[];
  readonly site: CallSite;
  readonly stack: readonly CallSite[];
  readonly flow: Flow;
}

const DEEPEST = 4;

const standing = new WeakMap<Link, ReadonlyMap<string, readonly Handover[]>>();

/** `server.on('close', …)` anywhere in the program, by what is listened to. Of a child or a client it tells what is to be done when that is lost. */
function standingListeners(link: Link): ReadonlyMap<string, readonly Handover[]> {
  const known = standing.get(link);
  if (known) return known;
  const found = new Map<string, readonly Handover[]>();
  const handovers = link.modules.flatMap((module) => module.calls.flatMap((site) => handoversOf(link, site)));
  for (const handover of handovers) {
    const { receiver } = handover.target;
    if (receiver?.kind === 'resource' && handover.events.some((event) => isEndEvent(receiver, event)))
      found.set(receiver.id, [...(found.get(receiver.id) ?? []), handover]);
  }
  standing.set(link, found);
  return found;
}

/** What a run leads to beside its calls: listeners of the things that it closes. */
export function listenersOfCloses(link: Link, reach: Reach, root: FunctionThing): readonly FunctionThing[] {
  const all = standingListeners(link);
  if (all.size === 0) return [];
  const sites = [...reach.reached([root]).functions.values()].flatMap((fn) => reach.callsIn(fn));
  const closed = sites.flatMap((site) =>
    link
      .called(site)
      .flatMap((target) => (target.kind === 'member' && target.member.closes && target.receiver ? [target.receiver.id] : [])),
  );
  return [...new Set(closed)].flatMap((id) => (all.get(id) ?? []).flatMap(({ functions }) => functions));
}

/** What is to run when something has closed, said before the close begins: `server.on('close', …)`. */
export class CloseListeners {
  readonly #waiting = new Map<string, readonly Waiting[]>();
  readonly #heard = new Set<Waiting>();
  /** One may close what another waits for, and that the first again. */
  readonly #running = new Set<Waiting>();
  readonly #known = new Map<Value, Waiting>();
  #reached: ReadonlyMap<string, FunctionThing> | undefined;

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
      this.#tell(run, waiting, operation, flow);
    }
    for (const { functions, site } of operation.things.flatMap(({ id }) => standingListeners(run.link).get(id) ?? [])) {
      if (this.#isOwn(run, site)) continue;
      const before = run.exits.length + run.operations.length;
      this.#tell(run, this.#standing(functions, site, flow), operation, flow);
      if (run.exits.length + run.operations.length > before) run.waits(operation, 'callback');
    }
  }

  #tell(run: Run, waiting: Waiting, operation: Operation, flow: Flow): void {
    if (this.#running.has(waiting) || this.#running.size === DEEPEST) return;
    this.#running.add(waiting);
    const over = { ...begin(flow, operation, 'done'), waited: true };
    if (waiting.ways) run.settles(waiting.ways, over);
    runAll(run, waiting.functions, over, waiting.stack, waiting.site);
    this.#running.delete(waiting);
  }

  /** One for each place, so that it is known to be running. */
  #standing(functions: Waiting['functions'], site: CallSite, flow: Flow): Waiting {
    const made = this.#known.get(site.call) ?? { functions, site, stack: [], flow };
    this.#known.set(site.call, made);
    return made;
  }

  /** The run itself comes to the registration. */
  #isOwn(run: Run, { module, owner }: CallSite): boolean {
    this.#reached ??= run.reach.from([run.root]);
    return this.#reached.has(functionThing(module, owner).id);
  }

  /** Of what is closed in a way that is not seen. */
  runRest(run: Run): void {
    const rest = [...this.#waiting.values()].flat().filter((waiting) => !this.#heard.has(waiting));
    for (const { functions, ways, site, stack, flow } of rest) {
      if (ways) run.settles(ways, flow);
      runAll(run, functions, flow, stack, site);
    }
  }
}
