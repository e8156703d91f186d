import type { CallValue } from '../facts/module-facts.js';
import type { Caller } from './link.js';
import type { CallSite, Module } from './module.js';
import { functionMethod, passedAsCallee, type Passed } from './passing.js';
import { PendingList, type Pending } from './pending.js';
import { property } from './property.js';
import type { Leading } from './leading.js';
import { union, UNKNOWN, type FunctionThing, type Things } from './thing.js';

/**
 * Everything that runs from some functions on. A parameter holds what those pass who run here, or who made the function that
 * sees it; what others pass to the same parameter does not run.
 */
export class Reached {
  readonly functions = new Map<string, FunctionThing>();
  readonly #starts: ReadonlySet<string>;
  /** Undefined where every module may run beside these. */
  readonly #mayRun: ((module: Module) => boolean) | undefined;
  readonly #waiting: FunctionThing[];
  readonly #pending = new PendingList();
  /** The calls that made what is reached, by the function that they call. */
  readonly #made = new Map<string, CallSite[]>();

  /** Parameters of functions that something here calls. */
  readonly #calledHere = new Set<string>();

  #over: ReadonlySet<string> | undefined;
  readonly #called = new Map<CallValue, Things>();
  readonly #here = new Map<string, readonly FunctionThing[]>();

  /** `possible` follows calls of unknown things by the method's name as well. */
  constructor(
    readonly reach: Leading,
    starts: readonly FunctionThing[],
    readonly possible: boolean,
  ) {
    this.#waiting = [...starts];
    this.#starts = new Set(starts.map(({ id }) => id));
    this.#mayRun = reach.companions.of(starts.map(({ module }) => module));
    do this.#drain();
    while (this.#followHere() || this.#followElsewhere());
  }

  /** Functions that would run if others passed them. */
  get passedOver(): ReadonlySet<string> {
    this.#over ??= new Set([...this.#passedBySomebody()].filter((id) => !this.functions.has(id)));
    return this.#over;
  }

  #passedBySomebody(): ReadonlySet<string> {
    return this.reach.passing.functionsByAny(this.#pending.all.map(({ passed }) => passed));
  }

  /** The functions that run by a call in something that runs here. */
  targetsOf(site: CallSite): readonly FunctionThing[] {
    const { functions, own, passed } = this.reach.edgesAt(site);
    // What is only handed on to a function of the project runs when that calls it.
    return [...own, ...this.passedHere(passed).filter(({ id }) => functions.some((one) => one.id === id))];
  }

  /** What a call in something that runs here calls; nothing where those who run here pass nothing. */
  called(site: CallSite): Things {
    const known = this.#called.get(site.call) ?? this.#calledAt(site);
    this.#called.set(site.call, known);
    return known;
  }

  #calledAt(site: CallSite): Things {
    const { link, passing } = this.reach;
    const things = link.called(site);
    const passed = passedAsCallee(site);
    if (passed.length === 0) return things;
    const others = passing.thingsByAny(passed);
    const callers = passed.map((one) => ({ one, here: this.#callersHere(one) }));
    const method = functionMethod(site);
    const here = callers
      .flatMap((from) => from.here.flatMap((caller) => passing.by(caller, from.one).things))
      .flatMap((thing) => (method === undefined ? [thing] : property.of(link, thing, method)));
    const found = union(
      things.filter((thing) => !others.has(thing.kind === 'builtin' ? thing.receiver.id : thing.id)),
      here,
    );
    const isNothing = callers.every((from) => from.here.length > 0 && from.here.every(isPlain));
    return found.length > 0 || isNothing ? found : UNKNOWN;
  }

  /** The functions that those pass who run here. */
  passedHere(passed: readonly Passed[]): readonly FunctionThing[] {
    return passed.flatMap((one) => {
      const known = this.#here.get(one.key) ?? this.#passedByThose(one);
      this.#here.set(one.key, known);
      return known;
    });
  }

  #passedByThose(passed: Passed): readonly FunctionThing[] {
    return this.#callersHere(passed).flatMap((caller) => this.reach.passing.by(caller, passed).functions);
  }

  #callersHere(passed: Passed): readonly Caller[] {
    return this.#callersOf(passed).filter((caller) => this.#isHere(passed, caller) || this.#isCalledElsewhere(passed));
  }

  #drain(): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      this.#noteMakers(next);
      if (this.functions.has(next.id)) continue;
      this.functions.set(next.id, next);
      for (const key of this.reach.passing.keysIn(next.id)) this.#pending.stirPassed(key);
      const { own, passed, names } = this.reach.edges(next);
      this.#waiting.push(...this.#running(own));
      for (const one of passed) this.#await(one);
      if (this.possible) this.#waiting.push(...this.#running(names.flatMap((name) => this.reach.methodsNamed(name))));
    }
  }

  #noteMakers({ module, function: id, made = [] }: FunctionThing): void {
    let owner = module.function(id)?.owner ?? 0;
    for (const site of made) {
      const maker = module.functionId(owner);
      const known = this.#made.get(maker) ?? [];
      if (!known.some(({ call }) => call === site.call)) {
        this.#made.set(maker, [...known, site]);
        this.#pending.stirReceiver(maker);
      }
      owner = module.function(owner)?.owner ?? 0;
    }
  }

  #await(passed: Passed): void {
    this.#pending.add(passed);
    // So that those who pass something there are known from now on.
    this.reach.passing.callersOf(passed);
  }

  /** Takes what is passed by those who run here; whether there were any. */
  #followHere(): boolean {
    return (
      this.#pending.takeStirred().filter((pending) => this.#follow(pending, (caller) => this.#isHere(pending.passed, caller))).length > 0
    );
  }

  /** Takes what anybody passes to functions that nothing here calls. */
  #followElsewhere(): boolean {
    return this.#pending.all.filter((pending) => this.#isCalledElsewhere(pending.passed) && this.#follow(pending, () => true)).length > 0;
  }

  /** Takes what some callers pass; whether there were any. */
  #follow({ passed, followed }: Pending, counts: (caller: Caller) => boolean): boolean {
    const here = this.#callersOf(passed).filter((caller) => !followed.has(caller.site.call) && counts(caller));
    for (const { site } of here) followed.add(site.call);
    this.#waiting.push(...here.flatMap((caller) => this.reach.passing.by(caller, passed).functions));
    return here.length > 0;
  }

  /** Without those of other services of the workspace; a module that is loaded by whatever name runs. */
  #running(functions: readonly FunctionThing[]): readonly FunctionThing[] {
    const mayRun = this.#mayRun;
    return mayRun ? functions.filter((fn) => fn.function === 0 || mayRun(fn.module)) : functions;
  }

  /** Those that are remembered, and those that made what runs here. */
  #callersOf(passed: Passed): readonly Caller[] {
    const mayRun = this.#mayRun;
    const all = this.reach.passing.callersOf(passed);
    const callers = mayRun ? all.filter(({ site }) => mayRun(site.module)) : all;
    const made = this.#made.get(passed.receiver.id);
    if (!made) return callers;
    const makers = made.filter(({ call }) => !callers.some(({ site }) => site.call === call));
    return [...callers, ...makers.map((site): Caller => ({ site }))];
  }

  #isHere({ receiver }: Passed, { site }: Caller): boolean {
    if (this.#made.get(receiver.id)?.some(({ call }) => call === site.call) === true) return true;
    return this.functions.has(site.module.functionId(site.owner)) && this.reach.leavesOut?.(site) !== true;
  }

  /** All of this begins with the function, or nothing here calls it: then by whom it is called is not known. */
  #isCalledElsewhere(passed: Passed): boolean {
    return this.#starts.has(passed.receiver.id) || !this.#isCalledHere(passed);
  }

  /** What is called here stays so. */
  #isCalledHere(passed: Passed): boolean {
    const isHere = this.#calledHere.has(passed.key) || this.#callersOf(passed).some((caller) => this.#isHere(passed, caller));
    if (isHere) this.#calledHere.add(passed.key);
    return isHere;
  }
}

/** Its arguments are those that stand there. */
function isPlain({ site, things }: Caller): boolean {
  return things === undefined && !site.call.args.some(({ kind }) => kind === 'spread');
}
