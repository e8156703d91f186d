import path from 'node:path';
import type { Role } from '../catalogue/shape.js';
import type { Span } from '../facts/module-facts.js';
import { isQuestion, LOGGER } from './asides.js';
import { handoversOf, type Handover } from './callbacks.js';
import { entriesOf } from './entries.js';
import type { Commanded } from './deployment/commanded.js';
import type { Knowledge } from './knowledge.js';
import { Link } from './link.js';
import type { CallSite, Module } from './module.js';
import { processesOf, type Process } from './processes.js';
import { Reach } from './reach.js';
import { conventionalModules, type ConventionalModule } from './conventions.js';
import { routesOf, type ServedRoute } from './routes.js';
import { delayedRun } from './run/delays.js';
import { Run } from './run/run.js';
import type { ProjectSettings } from './settings.js';
import type { SignalListener } from './signals.js';
import type { Entry } from './entry.js';
import { takesWork } from './starts.js';
import { isInService } from './tools.js';
import { contextId, functionThing, type FunctionThing } from './thing.js';
import type { Workspace } from './workspace.js';

const ONCE = /(?:^|\.)(?:once|memoi[sz]e|debounce|throttle|singleton|single-?flight|p?[lL]ock|mutex|onceAsync)$/u;

/** What the rules ask: one workspace, linked, with each answer computed once. */
export class Service {
  readonly link: Link;
  readonly reach: Reach;
  readonly #runs = new Map<string, Run>();
  #entries: readonly Entry[] | undefined;
  #processes: readonly Process[] | undefined;
  #handovers: readonly Handover[] | undefined;
  #livePackages: ReadonlySet<string | undefined> | undefined;
  #modules: readonly Module[] | undefined;
  #calls: readonly CallSite[] | undefined;
  #perWork: ReadonlyMap<string, FunctionThing> | undefined;
  #dones: ReadonlyMap<string, number | undefined> | undefined;
  #hooks: ReadonlySet<string> | undefined;
  #routes: readonly ServedRoute[] | undefined;
  #conventions: readonly ConventionalModule[] | undefined;
  #listeners: readonly SignalListener[] | undefined;

  constructor(
    readonly workspace: Workspace,
    knowledge: Knowledge,
    paths: readonly string[],
    readonly settings: ProjectSettings,
    readonly commanded: readonly Commanded[],
  ) {
    this.link = new Link(workspace, knowledge, paths);
    this.reach = new Reach(this.link);
  }

  /** Modules that are part of a program in service: not tests, scripts, configuration or browser code. */
  get modules(): readonly Module[] {
    this.#modules ??= this.link.modules.filter((module) => isInService(this, module));
    return this.#modules;
  }

  get calls(): readonly CallSite[] {
    this.#calls ??= this.modules.flatMap((module) => module.calls);
    return this.#calls;
  }

  get processes(): readonly Process[] {
    this.#processes ??= processesOf(this.link, this.reach, this.#processEntries());
    return this.#processes;
  }

  get entries(): readonly Entry[] {
    this.#entries ??= entriesOf(this.workspace, this.commanded, this.settings);
    return this.#entries;
  }

  /** A module that a framework runs by its place is no process of its own. */
  #processEntries(): readonly Entry[] {
    const conventional = new Set(this.conventions.map(({ module }) => module.path));
    return this.entries.filter((entry) => entry.why !== 'root' || !conventional.has(entry.path));
  }

  /** The processes in which the function may run. */
  processesRunning(fn: FunctionThing): readonly Process[] {
    return this.processes.filter((process) => process.possible.has(fn.id));
  }

  /** The processes in whose program the module is. */
  processesLoading(module: Module): readonly Process[] {
    return this.processes.filter((process) => process.possible.has(functionThing(module, 0).id));
  }

  /** Folders of packages in which anything goes live; undefined for files of no package. */
  get livePackages(): ReadonlySet<string | undefined> {
    const live = (site: CallSite): boolean => this.reach.startsAt(site).some(({ thing }) => takesWork(thing));
    this.#livePackages ??= new Set(this.calls.filter(live).map(({ module }) => this.workspace.packageOf(module.path)?.dir));
    return this.#livePackages;
  }

  get handovers(): readonly Handover[] {
    this.#handovers ??= this.calls.flatMap((site) => handoversOf(this.link, site));
    return this.#handovers;
  }

  handed(...roles: readonly Role[]): readonly Handover[] {
    return this.handovers.filter((handover) => roles.includes(handover.role));
  }

  /** The functions that run for a request, message or connection. */
  get perWork(): ReadonlyMap<string, FunctionThing> {
    this.#perWork ??= this.reach.from(
      this.handed('request', 'error-request', 'message', 'connection').flatMap(({ functions }) => functions),
    );
    return this.#perWork;
  }

  /** Whether a library runs it in its shutdown. */
  isHook(fn: FunctionThing): boolean {
    this.#hooks ??= new Set(this.handed('shutdown').flatMap(({ functions }) => functions.map(({ id }) => id)));
    return this.#hooks.has(fn.id);
  }

  get signalListeners(): readonly SignalListener[] {
    this.#listeners ??= this.calls.flatMap((site) => this.reach.signalListenersAt(site));
    return this.#listeners;
  }

  get routes(): readonly ServedRoute[] {
    this.#routes ??= routesOf(this);
    return this.#routes;
  }

  /** Modules that a framework runs because of where they stand. */
  get conventions(): readonly ConventionalModule[] {
    this.#conventions ??= conventionalModules(this.link);
    return this.#conventions;
  }

  /** The parameter by which a hook of a library tells that it is over. */
  #doneOf(fn: FunctionThing): number | undefined {
    this.#dones ??= new Map(
      this.handovers.flatMap(({ functions, spec }) =>
        spec?.done === undefined ? [] : functions.map(({ id }) => [id, spec.done] as const),
      ),
    );
    return this.#dones.get(fn.id);
  }

  /** How the function would go. */
  run(fn: FunctionThing): Run {
    const key = contextId(fn);
    const known = this.#runs.get(key);
    if (known) return known;
    const run = delayedRun((delays) => new Run(this.link, this.reach, fn, { done: this.#doneOf(fn), delays }));
    this.#runs.set(key, run);
    return run;
  }

  /** The same within a budget, and not kept: for the many functions that are only asked once. */
  shortRun(fn: FunctionThing, budget: number): Run {
    return this.#runs.get(contextId(fn)) ?? new Run(this.link, this.reach, fn, { done: this.#doneOf(fn), budget });
  }

  /** The function that a listener only passes on to (`() => void shutdown()`), else the listener itself. */
  shutdownBehind(fn: FunctionThing): FunctionThing {
    const calls = this.reach.callsIn(fn).filter((site) => !this.isLog(site) && !isQuestion(this.link, site));
    const targets = calls.length === 1 && calls[0] ? this.link.called(calls[0]) : [];
    const [only] = targets;
    return targets.length === 1 && only?.kind === 'function' && only.id !== fn.id ? only : fn;
  }

  /** Writes to a log, as far as can be seen. */
  isLog({ module, call }: CallSite): boolean {
    if (this.link.called({ module, call }).some((thing) => thing.kind === 'member' && thing.member.logs === true)) return true;
    return call.callee.kind === 'member' && LOGGER.test(this.text(module, call.callee.object.span));
  }

  /** Whether it is handed to something like `once(shutdown)`, which runs it one time only. */
  isWrapped(fn: FunctionThing): boolean {
    return fn.module.calls.some(
      ({ call, module }) =>
        ONCE.test(this.text(module, call.callee.span)) &&
        call.args.slice(0, 1).some((value) => this.link.of(module, value).some((thing) => thing.id === fn.id)),
    );
  }

  text(module: Module, span: Span): string {
    this.workspace.faults.lookedAt = module.path;
    return this.workspace.text(module.path)?.slice(...span) ?? '';
  }

  /** `src/db.ts:12`, relative to the workspace root. */
  place(site: CallSite): string {
    const before = this.workspace.text(site.module.path)?.slice(0, site.call.span[0]) ?? '';
    const line = before.split('\n').length;
    return `${path.relative(this.workspace.root, site.module.path)}:${String(line)}`;
  }
}
