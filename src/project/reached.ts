import type { CallValue } from '../facts/module-facts.js';
import type { Caller } from './link.js';
import type { CallSite } from './module.js';
import type { Reach } from './reach.js';
import { allPassed, anyPassed, functionsPassed, passedAsCallee, thingsPassed, type Passed } from './passing.js';
import { functionThing, UNKNOWN, type FunctionThing, type Things } from './thing.js';

/** What a function leads to when it runs. */
export interface Edges {
  /** Whoever passes what. */
  readonly functions: readonly FunctionThing[];
  /** Those among them that do not depend on who calls the function, or the one that made it. */
  readonly own: readonly FunctionThing[];
  /** Where the others come from. */
  readonly passed: readonly Passed[];
  /** Names of methods that are called on something unknown. */
  readonly names: readonly string[];
}

/** Where functions come from: a parameter, and the callers whose functions run here. */
interface Pending {
  readonly passed: Passed;
  readonly followed: Set<CallValue>;
}

/**
 * Everything that runs from some functions on. A parameter holds what those pass who run here, or who made the function that
 * sees it; what others pass to the same parameter does not run.
 */
export class Reached {
  readonly functions = new Map<string, FunctionThing>();
  readonly #waiting: FunctionThing[];
  readonly #pending: Pending[] = [];
  /** The calls that made what is reached, by the function that they call. */
  readonly #made = new Map<string, CallSite[]>();

  #over: ReadonlySet<string> | undefined;

  /** `possible` follows calls of unknown things by the method's name as well. */
  constructor(
    readonly reach: Reach,
    starts: readonly FunctionThing[],
    readonly possible: boolean,
  ) {
    this.#waiting = [...starts];
    do this.#drain();
    while (this.#follow((passed, caller) => this.#isHere(passed, caller)) || this.#follow((passed) => this.#isMadeElsewhere(passed)));
  }

  /** Functions that would run if others passed them. */
  get passedOver(): ReadonlySet<string> {
    this.#over ??= new Set([...this.#passedBySomebody()].filter((id) => !this.functions.has(id)));
    return this.#over;
  }

  #passedBySomebody(): ReadonlySet<string> {
    return allPassed(
      this.reach.link,
      this.#pending.map(({ passed }) => passed),
    );
  }

  /** The functions that run by a call in something that runs here. */
  targetsOf(site: CallSite): readonly FunctionThing[] {
    const { own, passed } = this.reach.edgesAt(site);
    return [...own, ...this.passedHere(passed)];
  }

  /** What a call in something that runs here calls; nothing where those who run here pass nothing. */
  called(site: CallSite): Things {
    const { link } = this.reach;
    const things = link.called(site);
    const passed = passedAsCallee(site);
    if (passed.length === 0) return things;
    const others = anyPassed(link, passed);
    const callers = passed.map((one) => ({ one, here: this.#callersHere(one) }));
    const here = callers.flatMap((from) => from.here.flatMap((caller) => thingsPassed(link, caller, from.one)));
    const found = [...things.filter(({ id }) => !others.has(id)), ...here];
    const isNothing = callers.every((from) => from.here.length > 0 && from.here.every(isPlain));
    return found.length > 0 || isNothing ? found : UNKNOWN;
  }

  /** The functions that those pass who run here. */
  passedHere(passed: readonly Passed[]): readonly FunctionThing[] {
    return passed.flatMap((one) => this.#callersHere(one).flatMap((caller) => functionsPassed(this.reach.link, caller, one)));
  }

  #callersHere(passed: Passed): readonly Caller[] {
    return this.#callersOf(passed).filter((caller) => this.#isHere(passed, caller) || this.#isMadeElsewhere(passed));
  }

  #drain(): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      this.#noteMakers(next);
      if (this.functions.has(next.id)) continue;
      this.functions.set(next.id, next);
      const { own, passed, names } = this.reach.edges(next);
      this.#waiting.push(...own);
      for (const one of passed) this.#pending.push({ passed: one, followed: new Set() });
      if (this.possible) this.#waiting.push(...names.flatMap((name) => this.reach.methodsNamed(name)));
    }
  }

  #noteMakers({ module, function: id, made = [] }: FunctionThing): void {
    let owner = module.function(id)?.owner ?? 0;
    for (const site of made) {
      const maker = functionThing(module, owner).id;
      const known = this.#made.get(maker) ?? [];
      if (!known.some(({ call }) => call === site.call)) this.#made.set(maker, [...known, site]);
      owner = module.function(owner)?.owner ?? 0;
    }
  }

  /** Takes what some callers pass; whether there were any. */
  #follow(counts: (passed: Passed, caller: Caller) => boolean): boolean {
    let isFollowed = false;
    for (const { passed, followed } of this.#pending) {
      const here = this.#callersOf(passed).filter((caller) => !followed.has(caller.site.call) && counts(passed, caller));
      for (const { site } of here) followed.add(site.call);
      isFollowed ||= here.length > 0;
      this.#waiting.push(...here.flatMap((caller) => functionsPassed(this.reach.link, caller, passed)));
    }
    return isFollowed;
  }

  /** Those that are remembered, and those that made what runs here. */
  #callersOf({ receiver }: Passed): readonly Caller[] {
    const callers = this.reach.link.callers(receiver);
    const makers = (this.#made.get(receiver.id) ?? []).filter(({ call }) => !callers.some(({ site }) => site.call === call));
    return [...callers, ...makers.map((site): Caller => ({ site }))];
  }

  #isHere({ receiver }: Passed, { site }: Caller): boolean {
    if (this.#made.get(receiver.id)?.some(({ call }) => call === site.call) === true) return true;
    return this.functions.has(functionThing(site.module, site.owner).id);
  }

  /** Nothing here calls the function, and which call made what sees it is not known. */
  #isMadeElsewhere({ receiver }: Passed): boolean {
    return !this.functions.has(receiver.id) && !this.#made.has(receiver.id);
  }
}

/** Its arguments are those that stand there. */
function isPlain({ site, things }: Caller): boolean {
  return things === undefined && !site.call.args.some(({ kind }) => kind === 'spread');
}
