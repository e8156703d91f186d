import type { CallValue } from '../../facts/module-facts.js';
import type { Link } from '../link.js';
import type { CallSite } from '../module.js';
import type { Reach } from '../reach.js';
import type { Reached } from '../reached.js';
import type { FunctionThing } from '../thing.js';
import { CloseListeners, listenersOfCloses } from './close-listeners.js';
import { callFunction } from './functions.js';
import { distinct, join, START, type Flow, type Operation, type Settlement } from './flow.js';
import { matteringFunctions } from './mattering.js';
import { Memory } from './memory.js';
import { Told } from './told.js';
import type { Beginning, Exit, Guard } from './traces.js';
import { doneIn, isPromised, sofar, together, type Given, type Promised } from './outcome.js';

interface Bounds {
  /** The position of the parameter whose call tells that the function is over. */
  readonly done?: number | undefined;
  /** How many calls are followed. */
  readonly budget?: number;
  readonly delays?: ReadonlySet<CallValue>;
  /** It has been begun before: what remembers that goes the other way. */
  readonly second?: boolean;
}

/** Calls that a run follows at most. */
const LONGEST = 8000;
/** A function that takes more than this is too much for any run. */
const ENDLESS = 3000;

/** How a function would go if it were run: what it closes, in which order, what it waits for, where the process ends. */
export class Run {
  readonly exits: Exit[] = [];
  readonly beginnings: Beginning[] = [];
  /** How it ends by itself; absent when it never does. */
  readonly end: Flow | undefined;
  /** What the promise it returns settles with. */
  readonly settlements: readonly Settlement[];
  readonly #operations = new Map<CallSite['call'], Operation>();
  /** Promises kept in variables and fields. */
  readonly held = new Map<string, Promised>();
  /** The `resolve` of promises under construction, by variable: the ways on which it was called. */
  readonly resolvers = new Map<string, Flow[]>();
  /** Calls that have set a timer. */
  readonly timers = new Set<CallValue>();
  /** Those of them that are known to delay the shutdown. */
  readonly delays: ReadonlySet<CallValue>;
  readonly second: boolean;
  /** What has sent a second run the other way. */
  readonly guards: Guard[] = [];
  readonly reached: Reached;
  readonly #mattering: ReadonlySet<string>;
  /** Calls of something that cannot be seen, after which things may be closed. */
  readonly unseen = new Set<CallValue>();
  /** What had begun when a wait was raced with something else: the race may be for that. */
  raced: ReadonlySet<Operation> | undefined;
  readonly memory = new Memory();
  readonly told = new Told(this.memory);
  readonly closeListeners = new CloseListeners();
  #budget: number;

  constructor(
    readonly link: Link,
    readonly reach: Reach,
    readonly root: FunctionThing,
    { done, budget = LONGEST, delays = new Set(), second = false }: Bounds = {},
  ) {
    this.#budget = budget;
    this.delays = delays;
    this.second = second;
    this.reached = reach.reached([root, ...listenersOfCloses(link, reach, root)]);
    this.#mattering = matteringFunctions(reach, this.reached.functions, root);
    const ways: Flow[] = [];
    const given =
      done === undefined
        ? []
        : root.module
            .function(root.function)
            ?.parameters.map((_, index): Given => ({ promised: { settled: [] }, ...(index === done && { ways }) }));
    link.workspace.faults.lookedAt = root.module.path;
    const returned = callFunction(this, root, START, [], given);
    this.closeListeners.runRest(this);
    this.memory.clear();
    const { flow } = returned;
    const { settled } = sofar(returned);
    const over = join(...ways);
    this.end = over ?? flow;
    this.settlements = over ? distinct([settled, doneIn(over)]) : settled;
  }

  /** Whether the function is worth running: something of interest can happen in it, or it may wait for what it is given. */
  matters(fn: FunctionThing, hasPromises: boolean): boolean {
    return !this.reached.passedOver.has(fn.id) && (hasPromises || this.#mattering.has(fn.id));
  }

  /** Follows a call of the function, but bounded, so that no program makes a run endless. Undefined when it is cut short there. */
  within<Result>(fn: FunctionThing, depth: number, follow: () => Result): Result | undefined {
    const { endless } = this.reach;
    // No less deep, it would be cut as it was before: in a large program many runs end in the same part of it.
    this.#budget = (endless.get(fn.id) ?? -1) >= depth ? 0 : this.#budget - 1;
    if (this.#budget <= 0) this.memory.recorded();
    if (this.#budget <= 0) return undefined;
    const before = this.#budget;
    const result = follow();
    if (this.cut && before > ENDLESS) endless.set(fn.id, Math.max(depth, endless.get(fn.id) ?? 0));
    return result;
  }

  /** Whether the run was cut short: then nothing is proven. */
  get cut(): boolean {
    return this.#budget <= 0;
  }

  /** What is left of the budget. */
  get left(): number {
    return Math.max(0, this.#budget);
  }

  operation(make: Omit<Operation, 'wait'>): Operation {
    const known = this.#operations.get(make.site.call);
    if (known) {
      const things = [...new Map([...known.things, ...make.things].map((thing) => [thing.id, thing])).values()];
      if (things.length > known.things.length) this.memory.changed();
      known.things = things;
      return known;
    }
    const operation: Operation = { ...make, wait: 'floating' };
    this.#operations.set(make.site.call, operation);
    this.memory.changed();
    return operation;
  }

  /** What a function of an unknown package is called here. */
  nameOf({ module, call: { callee } }: CallSite): string {
    return callee.kind === 'reference' ? (module.facts.bindings[callee.binding]?.name ?? '') : '';
  }

  get operations(): readonly Operation[] {
    return [...this.#operations.values()];
  }

  /** A variable or field is given a promise; it may hold what it was given before as well. */
  hold(key: string, promised: Promised): void {
    if (!isPromised(promised)) return;
    const before = this.held.get(key);
    this.held.set(key, before ? together([before, promised]) : promised);
    this.memory.changed();
  }

  /** A parameter holds what this call gives and nothing else. */
  bind(key: string, promised: Promised, ways: Flow[] | undefined): void {
    const isHeld = isPromised(promised);
    if (isHeld || ways || this.held.has(key) || this.resolvers.has(key)) this.memory.changed();
    if (isHeld) this.held.set(key, promised);
    else this.held.delete(key);
    if (ways) this.resolvers.set(key, ways);
    else this.resolvers.delete(key);
  }

  /** A variable or field is given the `resolve` of a promise. */
  resolve(key: string, ways: Flow[]): void {
    if (this.resolvers.get(key) === ways) return;
    this.resolvers.set(key, ways);
    this.memory.changed();
  }

  guardedBy(guard: Guard): void {
    this.guards.push(guard);
    this.memory.recorded();
  }

  begins(operation: Operation, flow: Flow): void {
    this.beginnings.push({ operation, flow });
    this.memory.recorded();
  }

  exitsAt(exit: Exit): void {
    this.exits.push(exit);
    this.memory.recorded();
  }

  /** A promise is settled on this way. */
  settles(ways: Flow[], flow: Flow): void {
    ways.push(flow);
    if (this.told.isKept(ways)) this.told.hear(flow);
    this.memory.changed();
  }

  /** How an operation is waited for. */
  waits(operation: Operation, wait: Operation['wait']): void {
    if (operation.wait === wait) return;
    operation.wait = wait;
    this.memory.changed();
  }

  races(): void {
    this.raced = new Set(this.#operations.values());
    this.memory.recorded();
  }
}
