import type { Entry } from './entries.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import type { Reach } from './reach.js';
import { pollsForever } from './polling.js';
import { scopeOf } from './scope.js';
import type { SignalListener } from './signals.js';
import { takesWork, type Start } from './starts.js';
import { functionThing, type FunctionThing } from './thing.js';

/** One program that is started and runs until it is told to stop: an entry module and all that runs from it. */
export interface Process {
  readonly entry: Entry;
  readonly module: Module;
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
  return entries.flatMap((entry) => {
    const module = link.module(entry.path);
    return module && isServiceEntry(link, entry, module) ? processOf(link, reach, entry, module) : [];
  });
}

function isServiceEntry(link: Link, entry: Entry, module: Module): boolean {
  if (entry.role === 'task') return false;
  if (entry.why === 'bin' || (module.facts.hashbang && entry.why === 'root')) return false;
  return scopeOf(entry.path, link.workspace) === 'source';
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

function processOf(link: Link, reach: Reach, entry: Entry, module: Module): readonly Process[] {
  const preloads = entry.preloads.flatMap((path) => link.module(path) ?? []);
  const roots = [module, ...preloads].map((root) => functionThing(root, 0));
  const reached = reach.from(roots);
  const starts = [...reached.values()].flatMap((fn) => reach.startsIn(fn));
  const possible = reach.from(roots, true);
  const listeners = [...possible.values()].flatMap((fn) => reach.signalListenersIn(fn));
  if (!starts.some(({ thing }) => takesWork(thing)) && !isWorker(link, reach, entry, [...reached.values()], listeners)) return [];
  return [{ entry, module, reached, possible, starts, listeners }];
}
