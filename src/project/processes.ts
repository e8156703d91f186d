import type { Entry } from './entries.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import type { Reach } from './reach.js';
import { pollsForever } from './polling.js';
import { scopeOf } from './scope.js';
import type { SignalListener } from './signals.js';
import { takesWork, type Start } from './starts.js';
import type { FunctionThing } from './thing.js';
import { isThread } from './threads.js';

/** One program that is started and runs until it is told to stop: an entry module and all that runs from it. */
export interface Process {
  readonly entry: Entry;
  /** With which it begins: the entry and what is loaded before it; what they load, where they say nothing themselves. */
  readonly mains: readonly Module[];
  /** What certainly runs. */
  readonly reached: ReadonlyMap<string, FunctionThing>;
  /** What may run as well: methods called on something unknown. */
  readonly possible: ReadonlyMap<string, FunctionThing>;
  /** What makes it live, in the order of reaching. */
  readonly starts: readonly Start[];
  /** Signal listeners that may be registered in it. */
  readonly listeners: readonly SignalListener[];
}

/** The processes of the workspace that serve or consume. */
export function processesOf(link: Link, reach: Reach, entries: readonly Entry[]): readonly Process[] {
  return entries.flatMap((entry) => (isServiceEntry(link, entry) ? processOf(link, reach, entry) : []));
}

function isServiceEntry(link: Link, entry: Entry): boolean {
  if (entry.role === 'task' && entry.why !== 'bin') return false;
  if (entry.why !== 'script' && isThread(link, entry.path)) return false;
  return scopeOf(entry.path, link.workspace) === 'source';
}

/** Started by hand, as tools are; one that serves until SIGTERM is a service nevertheless. */
function isTool({ workspace }: Link, { why, path }: Entry): boolean {
  return why === 'bin' || (why === 'root' && workspace.text(path)?.startsWith('#!') === true);
}

/** Said to be a service, by its script or by what it listens for: other endless loops are tools. */
function isWorker(
  link: Link,
  reach: Reach,
  entry: Entry,
  reached: readonly FunctionThing[],
  listeners: readonly SignalListener[],
): boolean {
  const isSaid = entry.why === 'script' || listeners.some(({ signals }) => signals.includes('SIGTERM'));
  return isSaid && reached.some((fn) => !fn.module.function(fn.function)?.generator && pollsForever(link, reach, fn));
}

function processOf(link: Link, reach: Reach, entry: Entry): readonly Process[] {
  const roots = [entry.path, ...entry.preloads].flatMap((path) => reach.bodiesFrom(path));
  const mains = roots.map(({ module }) => module);
  const loaded = loadedFrom(link, [entry.path, ...entry.preloads]);
  const reached = within(loaded, reach.from(roots));
  const starts = [...reached.values()].flatMap((fn) => reach.startsIn(fn));
  const possible = within(loaded, reach.from(roots, true));
  const listeners = [...possible.values()].flatMap((fn) => reach.signalListenersIn(fn));
  const isLive = starts.some(({ thing }) => takesWork(thing));
  const isService = isTool(link, entry)
    ? isLive && listeners.some(({ signals, library }) => !library && signals.includes('SIGTERM'))
    : isLive || isWorker(link, reach, entry, [...reached.values()], listeners);
  if (!isService) return [];
  return [{ entry, mains, reached, possible, starts, listeners }];
}

/** The modules that some load, themselves included; undefined when some of it is not seen. */
function loadedFrom(link: Link, paths: readonly string[]): ReadonlySet<string> | undefined {
  const loaded = new Set(paths);
  for (const path of loaded) {
    if (link.module(path)?.loadsUnseen === true || link.workspace.loadsMissing(path)) return undefined;
    for (const imported of link.workspace.importsOf(path)) loaded.add(imported);
  }
  return loaded;
}

/** What stands in a module that the program does not load, a callback of another one for example, cannot run in it. */
function within(
  loaded: ReadonlySet<string> | undefined,
  functions: ReadonlyMap<string, FunctionThing>,
): ReadonlyMap<string, FunctionThing> {
  return loaded ? new Map([...functions].filter(([, { module }]) => loaded.has(module.path))) : functions;
}
