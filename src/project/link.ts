import type { Value } from '../facts/module-facts.js';
import { calledThings } from './called.js';
import { linkCall, linkConvention } from './callers.js';
import { conventionalModules } from './conventions.js';
import { denote } from './denote.js';
import type { Knowledge } from './knowledge.js';
import { Module, type CallSite } from './module.js';
import { NamedPlaces } from './named-places.js';
import { isAnalysed } from './scope.js';
import { awaited, promiseThing, union, UNKNOWN, type FunctionThing, type Things } from './thing.js';
import type { Workspace } from './workspace.js';

/** How often values are computed again with the callers found so far. */
const ROUNDS = 4;
/** Nesting of values behind values before one counts as unknown. */
const DEPTH = 150;
/** Callers remembered of one function. */
const CALLERS = 60;

/** A call of a function of the project. `things` is what the parameters receive when a library calls it. */
export interface Caller {
  readonly site: CallSite;
  readonly things?: readonly (Things | undefined)[];
}

/** The modules of one workspace, joined: what each value may be, who calls each function. */
export class Link {
  readonly modules: readonly Module[];
  readonly #asked: ReadonlySet<string>;
  readonly #byPath = new Map<string, Module>();
  readonly places: NamedPlaces;
  /** Answers that no caller and no round has part in. */
  readonly #lasting = new Map<Value | string, Things>();
  /** The others, of this round. */
  #answers = new Map<Value | string, Things>();
  /** The answers of the round before. */
  #before: ReadonlyMap<Value | string, Things> = new Map();
  readonly #busy = new Set<Value | string>();
  #callers = new Map<string, Caller[]>();
  #found = new Map<string, Caller[]>();
  #linking: (readonly [FunctionThing, Caller])[] = [];
  /** What calls tell that call the same in every round. */
  readonly #linked = new Map<Value, readonly (readonly [FunctionThing, Caller])[]>();
  /** Kept when the callers are known. */
  #called: Map<Value, Things> | undefined;
  /** How often something was asked that may have another answer in the next round: answers and calls without any last. */
  #passing = 0;

  constructor(
    readonly workspace: Workspace,
    readonly knowledge: Knowledge,
    paths: readonly string[],
  ) {
    this.#asked = new Set(paths);
    this.modules = paths.flatMap((path) => {
      const facts = workspace.facts(path);
      return facts ? [Module.of(path, facts)] : [];
    });
    for (const module of this.modules) this.#byPath.set(module.path, module);
    this.places = new NamedPlaces(this.modules, knowledge.setters);
    this.#settle();
    this.#called = new Map();
  }

  /** Whether what is answered now is answered for good. */
  get isFinal(): boolean {
    return this.#called !== undefined && this.#busy.size === 0;
  }

  /** Files that were asked for and have no facts. */
  get unreadable(): readonly string[] {
    return [...this.#asked].filter((path) => !this.#byPath.has(path));
  }

  /** Whether the file says nothing of the life cycle, and so was not asked for: one that cannot be read is unknown. */
  isPlain(path: string): boolean {
    return !this.#asked.has(path) && isAnalysed(path, this.workspace);
  }

  module(path: string): Module | undefined {
    return this.#byPath.get(path);
  }

  /** What the value may be; empty when nothing was found. */
  of(module: Module, value: Value): Things {
    return this.#lasting.get(value) ?? this.#answer(value, () => denote(this, module, value));
  }

  /** Remembers what a property of a thing is, and ends objects that are made of themselves. */
  property(key: string, compute: () => Things): Things {
    return this.#answer(key, compute);
  }

  /** As `of`, with nothing found told as unknown. */
  known(module: Module, value: Value): Things {
    const things = this.of(module, value);
    return things.length > 0 ? things : UNKNOWN;
  }

  /** What a call calls. */
  called(site: Pick<CallSite, 'module' | 'call'>): Things {
    const things = this.#called?.get(site.call) ?? calledThings(this, site);
    if (this.isFinal) this.#called?.set(site.call, things);
    return things;
  }

  /** The name by which a call calls, or its last part; empty when there is none. */
  nameOf({ module, call: { callee } }: Pick<CallSite, 'module' | 'call'>): string {
    if (callee.kind === 'reference') return module.facts.bindings[callee.binding]?.name ?? '';
    return callee.kind === 'member' ? (callee.name ?? '') : '';
  }

  /** What the function's return statements give; for an async function what its promise resolves with. */
  returned(fn: FunctionThing): Things {
    const values = fn.module.returns.get(fn.function) ?? [];
    return this.#answer(`returned:${fn.id}`, () => union(...values.map((value) => this.of(fn.module, value))));
  }

  /** What calling the function gives. */
  returnedAsCalled(fn: FunctionThing): Things {
    const returned = this.returned(fn);
    return fn.module.function(fn.function)?.async ? [promiseThing(awaited(returned))] : returned;
  }

  callers(fn: FunctionThing): readonly Caller[] {
    if (!this.#called) this.#passing += 1;
    return this.#callers.get(fn.id) ?? [];
  }

  addCaller(fn: FunctionThing, caller: Caller): void {
    this.#linking.push([fn, caller]);
    this.#note(fn, caller);
  }

  #note(fn: FunctionThing, caller: Caller): void {
    const list = this.#found.get(fn.id);
    if (!list) this.#found.set(fn.id, [caller]);
    else if (list.length < CALLERS && !list.some((other) => other.site.call === caller.site.call)) list.push(caller);
  }

  /** Each question is answered once a round; what depends on itself sees the answer of the round before. */
  #answer(key: Value | string, compute: () => Things): Things {
    const lasting = this.#lasting.get(key);
    if (lasting) return lasting;
    const known = this.#answers.get(key);
    const isCut = !known && (this.#busy.has(key) || this.#busy.size > DEPTH);
    if (known || isCut) this.#passing += 1;
    if (known) return known;
    if (isCut) return this.#before.get(key) ?? [];
    const passing = this.#passing;
    this.#busy.add(key);
    const things = compute();
    this.#busy.delete(key);
    (this.#passing === passing ? this.#lasting : this.#answers).set(key, things);
    return things;
  }

  /** A call that calls the same in every round is not asked again. */
  #linkCall(site: CallSite): void {
    const known = this.#linked.get(site.call);
    for (const [fn, caller] of known ?? []) this.#note(fn, caller);
    if (known) return;
    const passing = this.#passing;
    this.#linking = [];
    linkCall(this, site);
    if (this.#passing === passing) this.#linked.set(site.call, this.#linking);
  }

  /** Repeats until no new caller is found: parameters are what the callers pass. */
  #settle(): void {
    const conventions = conventionalModules(this).filter(({ convention }) => convention.parameters !== undefined);
    const calls = this.modules.flatMap((module) => module.calls);
    let before = -1;
    for (let round = 0; round < ROUNDS; round += 1) {
      this.#found = new Map();
      for (const site of calls) this.#linkCall(site);
      for (const conventional of conventions) linkConvention(this, conventional);
      const count = [...this.#found.values()].reduce((sum, list) => sum + list.length, 0);
      this.#callers = this.#found;
      this.#before = this.#answers;
      this.#answers = new Map();
      if (count === before) break;
      before = count;
    }
  }
}
