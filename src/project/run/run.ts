import type { Member } from '../../catalogue/shape.js';
import type { Link } from '../link.js';
import type { CallSite } from '../module.js';
import type { Reach } from '../reach.js';
import type { Reached } from '../reached.js';
import type { FunctionThing, Thing } from '../thing.js';
import { callFunction } from './functions.js';
import { distinct, join, START, type Flow, type Operation, type Settlement } from './flow.js';
import { doneIn, isPromised, sofar, together, type Given, type Promised } from './outcome.js';

/** The end of the process, reached in a run. */
export interface Exit {
  readonly site: CallSite;
  readonly flow: Flow;
  readonly how: 'now' | 'signal' | 'abort';
  /** Calls that led here from the root, outermost first. */
  readonly stack: readonly CallSite[];
}

/** The beginning of an operation, and what was going on then. */
export interface Beginning {
  readonly operation: Operation;
  readonly flow: Flow;
}

/** Calls that a run follows at most. */
const LONGEST = 4000;

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
  readonly reached: Reached;
  readonly #mattering: ReadonlySet<string>;
  /** A wait was raced with something else. */
  raced = false;
  #budget: number;

  /** `done` is the position of the parameter whose call tells that the function is over; `budget` bounds the calls that are followed. */
  constructor(
    readonly link: Link,
    readonly reach: Reach,
    readonly root: FunctionThing,
    { done, budget = LONGEST }: { readonly done?: number | undefined; readonly budget?: number } = {},
  ) {
    this.#budget = budget;
    this.reached = reach.reached([root]);
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
    const { flow } = returned;
    const { settled } = sofar(returned);
    const over = join(...ways);
    this.end = over ?? flow;
    this.settlements = over ? distinct([settled, doneIn(over)]) : settled;
  }

  /** Whether the function is worth running: something of interest can happen in it, or it may wait for what it is given. Bounded, so that no program makes a run endless. */
  enters(fn: FunctionThing, hasPromises: boolean): boolean {
    if (this.reached.passedOver.has(fn.id) || (!hasPromises && !this.#mattering.has(fn.id))) return false;
    this.#budget -= 1;
    return this.#budget > 0;
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
      known.things = [...new Map([...known.things, ...make.things].map((thing) => [thing.id, thing])).values()];
      return known;
    }
    const operation: Operation = { ...make, wait: 'floating' };
    this.#operations.set(make.site.call, operation);
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
    const before = this.held.get(key);
    if (isPromised(promised)) this.held.set(key, before ? together([before, promised]) : promised);
  }

  /** A parameter holds what this call gives and nothing else. */
  bind(key: string, promised: Promised, ways: Flow[] | undefined): void {
    if (isPromised(promised)) this.held.set(key, promised);
    else this.held.delete(key);
    if (ways) this.resolvers.set(key, ways);
    else this.resolvers.delete(key);
  }
}

/** The functions from which a close, an exit or a close by somebody unknown can be reached. */
function matteringFunctions(reach: Reach, reached: ReadonlyMap<string, FunctionThing>, root: FunctionThing): ReadonlySet<string> {
  return new Set(reach.leadingTo(reached, isTellingFunction)).add(root.id);
}

/** Names under which things are closed: a call of one on something unknown may close anything. */
export const CLOSING_NAME =
  /^(?:(?:force|graceful(?:ly)?)?(?:abort|close|stop|shut_?down|terminate|dispose|destroy|drain|disconnect|quit|end|exit|kill|teardown|cleanup|release))/iu;

/** Names under which a function is kept that somebody has registered: of something unknown, it may close anything as well. */
export const KEEPING_NAME = /^(?:callback|cb|fn|func|handler|hook|listener|task)$/iu;

function isTellingFunction(reach: Reach, fn: FunctionThing): boolean {
  return reach.callsIn(fn).some((site) => isTelling(reach.link, site));
}

function isTelling(link: Link, site: CallSite): boolean {
  const { callee } = site.call;
  if (callee.kind === 'member' && CLOSING_NAME.test(callee.name ?? '')) return true;
  const targets = link.of(site.module, callee);
  // The `resolve` of a promise, a callback that tells the end of something, or what was registered.
  const isCallback = callee.kind === 'reference' || (callee.kind === 'member' && KEEPING_NAME.test(callee.name ?? ''));
  if (isCallback && targets.every((thing) => thing.kind === 'unknown')) return true;
  return targets.some(isTellingThing);
}

function isTellingThing(thing: Thing): boolean {
  if (thing.kind === 'builtin') return isTellingThing(thing.receiver);
  return thing.kind === 'promisified' || (thing.kind === 'member' && isTellingMember(thing.member));
}

function isTellingMember(member: Member): boolean {
  return Boolean(member.closes ?? member.flushes ?? member.exits ?? member.aborts ?? member.awaitsEvent ?? member.timer);
}
