import { seesOuterThis } from '../facts/constructor-functions.js';
import { filesNamed } from './imports.js';
import type { Link } from './link.js';
import { Companions } from './companions.js';
import { append } from './lists.js';
import { programMethods } from './class-programs.js';
import type { CallSite, Module } from './module.js';
import { Passing, passedTo } from './passing.js';
import { unknownName, type Edges } from './leading.js';
import { Reached } from './reached.js';
import { gettersRead } from './getters.js';
import { factoriesIn } from './provisions.js';
import { isInThread } from './roles.js';
import { signalListenersAt, type SignalListener } from './signals.js';
import { startsAt, type Start } from './starts.js';
import { targetsOf } from './targets.js';
import { contextId, functionThing, type FunctionThing } from './thing.js';

/** Which functions run when others do. Importing a module runs its body, not its functions. */
export class Reach {
  readonly #edges = new Map<string, Edges>();
  readonly #edgesAt = new Map<CallSite['call'], Omit<Edges, 'names'>>();
  readonly #calls = new Map<Module, Map<number, CallSite[]>>();
  readonly #exits = new Map<string, boolean>();
  readonly #answers = new Map<(reach: Reach, fn: FunctionThing) => boolean, Map<string, boolean>>();
  readonly #starts = new Map<string, readonly Start[]>();
  readonly #startsAt = new Map<CallSite['call'], readonly Start[]>();
  readonly #listeners = new Map<string, readonly SignalListener[]>();
  readonly #listenersAt = new Map<CallSite['call'], readonly SignalListener[]>();
  readonly #reached = new Map<string, Reached>();
  readonly passing: Passing;
  readonly companions: Companions;
  /** Functions that lead to more than a run can follow, and how deep they were called when that was found. */
  readonly endless = new Map<string, number>();
  #methods: Map<string, FunctionThing[]> | undefined;

  constructor(readonly link: Link) {
    this.passing = new Passing(link);
    this.companions = new Companions(link);
  }

  /** The calls that stand in the body of the function itself. */
  callsIn(fn: FunctionThing): readonly CallSite[] {
    let byOwner = this.#calls.get(fn.module);
    if (!byOwner) {
      byOwner = new Map();
      for (const site of fn.module.calls) append(byOwner, site.owner, site);
      this.#calls.set(fn.module, byOwner);
    }
    return byOwner.get(fn.function) ?? [];
  }

  edges(fn: FunctionThing): Edges {
    return remembered(this.#edges, fn.id, () => this.edgesBy(fn, this.callsIn(fn)));
  }

  /** What it leads to by some of its calls. */
  edgesBy(fn: FunctionThing, calls: readonly CallSite[]): Edges {
    const loaded = [...(fn.function === 0 ? this.#loaded(fn.module) : []), ...gettersRead(this.link, fn)];
    const byCall = calls.map((site) => this.edgesAt(site));
    return {
      functions: [...byCall.flatMap(({ functions }) => functions), ...loaded],
      own: [...byCall.flatMap(({ own }) => own), ...loaded],
      passed: byCall.flatMap(({ passed }) => passed),
      names: calls.flatMap((site) => unknownName(this.link, site)),
    };
  }

  /** Whether a call in the body ends the process, or hands over what does. */
  exits(fn: FunctionThing): boolean {
    return remembered(this.#exits, fn.id, () =>
      this.callsIn(fn).some(({ module, call }) =>
        [call.callee, ...call.args].some((value) =>
          this.link.of(module, value).some((thing) => thing.kind === 'member' && thing.member.exits !== undefined),
        ),
      ),
    );
  }

  /** The answer to a question about one function, asked once. */
  remember(fn: FunctionThing, question: (reach: Reach, fn: FunctionThing) => boolean): boolean {
    const known = remembered(this.#answers, question, () => new Map<string, boolean>());
    return remembered(known, fn.id, () => question(this, fn));
  }

  /** Those of the functions that lead, sooner or later, to one of which the question is true. */
  leadingTo(functions: ReadonlyMap<string, FunctionThing>, question: (reach: Reach, fn: FunctionThing) => boolean): ReadonlySet<string> {
    const callers = new Map<string, string[]>();
    for (const fn of functions.values()) for (const { id } of this.edges(fn).functions) append(callers, id, fn.id);
    const found = new Set([...functions.values()].filter((fn) => this.remember(fn, question)).map(({ id }) => id));
    for (const id of found) for (const caller of callers.get(id) ?? []) found.add(caller);
    return found;
  }

  startsIn(fn: FunctionThing): readonly Start[] {
    return remembered(this.#starts, fn.id, () => this.callsIn(fn).flatMap((site) => this.startsAt(site)));
  }

  startsAt(site: CallSite): readonly Start[] {
    return remembered(this.#startsAt, site.call, () => startsAt(this.link, site));
  }

  signalListenersIn(fn: FunctionThing): readonly SignalListener[] {
    return remembered(this.#listeners, fn.id, () => this.callsIn(fn).flatMap((site) => this.signalListenersAt(site)));
  }

  signalListenersAt(site: CallSite): readonly SignalListener[] {
    return remembered(this.#listenersAt, site.call, () => {
      const listeners = signalListenersAt(this.link, site);
      return listeners.length > 0 && isInThread(this.link, site) ? [] : listeners;
    });
  }

  /** What a call in a body leads to. */
  edgesAt(site: CallSite): Omit<Edges, 'names'> {
    return remembered(this.#edgesAt, site.call, () => this.#edgesOf(site));
  }

  #edgesOf(site: CallSite): Omit<Edges, 'names'> {
    const functions = this.targetsOf(site);
    const passed = functions.length === 0 ? [] : passedTo(site);
    if (passed.length === 0) return { functions, own: functions, passed };
    const given = this.passing.functionsByAny(passed);
    return { functions, own: functions.filter(({ id }) => !given.has(id)), passed };
  }

  /** Everything that runs from these on, themselves included. `possible` follows calls of unknown things by the method's name as well. */
  from(starts: readonly FunctionThing[], possible = false): ReadonlyMap<string, FunctionThing> {
    return this.reached(starts, possible).functions;
  }

  reached(starts: readonly FunctionThing[], possible = false): Reached {
    const [only] = starts;
    if (!only || starts.length > 1 || possible) return new Reached(this, starts, possible);
    return remembered(this.#reached, contextId(only), () => new Reached(this, starts, possible));
  }

  /** Methods of classes and functions in object literals by name: what a call of an unknown thing may run. */
  methodsNamed(name: string): readonly FunctionThing[] {
    this.#methods ??= this.#indexMethods();
    return this.#methods.get(name) ?? [];
  }

  #indexMethods(): Map<string, FunctionThing[]> {
    const methods = new Map<string, FunctionThing[]>();
    const functions = this.link.modules.flatMap((module) => module.facts.functions.map((fact) => ({ module, fact })));
    for (const { module, fact } of functions) {
      const isMember = fact.class !== undefined || module.objects.has(fact.id);
      if (!isMember || seesOuterThis(fact) || fact.name === undefined) continue;
      methods.set(fact.name, [...(methods.get(fact.name) ?? []), functionThing(module, fact.id)]);
    }
    return methods;
  }

  /** Modules that load with this one, and what a framework makes of it: classes by their decorators, others by their factories. */
  #loaded(module: Module): readonly FunctionThing[] {
    const imported = module.facts.imports.flatMap(({ specifier }) => {
      const target = this.link.workspace.resolve(module.path, specifier);
      return target.kind === 'project' ? this.bodiesFrom(target.path) : [];
    });
    const named = filesNamed(this.link, module).flatMap((file) => this.bodiesFrom(file));
    const decorated = module.facts.classes.filter((cls) => cls.decorators.length > 0);
    return [
      ...imported,
      ...named,
      ...factoriesIn(this.link, module),
      ...programMethods(this.link, module),
      ...decorated.flatMap((cls) =>
        cls.members.flatMap((member) => (member.function === undefined ? [] : [functionThing(module, member.function)])),
      ),
    ];
  }

  /** The body of a module, or those of what it loads when it is none that was read. */
  bodiesFrom(path: string): readonly FunctionThing[] {
    const found: FunctionThing[] = [];
    const seen = new Set([path]);
    for (const next of seen) {
      const module = this.link.module(next);
      if (module) found.push(functionThing(module, 0));
      const behind = module ? [] : this.link.workspace.importsOf(next);
      for (const imported of behind) seen.add(imported);
    }
    return found;
  }

  /** The functions that run by a call: what it calls and what it hands over. */
  targetsOf(site: CallSite): readonly FunctionThing[] {
    return targetsOf(this.link, site);
  }
}

function remembered<Key, Answer>(known: Map<Key, Answer>, key: Key, compute: () => Answer): Answer {
  const before = known.get(key);
  if (before !== undefined) return before;
  const answer = compute();
  known.set(key, answer);
  return answer;
}
