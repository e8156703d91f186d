import { programMethods } from './class-programs.js';
import { conventionalModules, exportedFunctions, type ConventionalModule } from './conventions.js';
import { isStarted, type Entry } from './entry.js';
import { givenCommands, runsWhen, type Given } from './given-command.js';
import type { Link } from './link.js';
import type { CallSite, Module } from './module.js';
import type { Reach } from './reach.js';
import { withoutLeftOvers } from './left-overs.js';
import { isPart } from './parts.js';
import { pollsForever, pollsUntilTold } from './polling.js';
import { scopeOf } from './scope.js';
import type { SignalListener } from './signals.js';
import { takesWork, type Start } from './starts.js';
import { functionThing, type FunctionThing } from './thing.js';
import { isThread } from './threads.js';

/** One program that is started and runs until it is told to stop: an entry module and all that runs from it. */
export interface Process {
  readonly entry: Entry;
  /** Words of the command line by which it becomes this process, where the program has several commands; some may not be seen. */
  readonly command?: readonly string[];
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
  const candidates = entries.filter((entry) => isServiceEntry(link, entry));
  const living = leadingToLife(link, reach);
  const hasPlugins = conventionalModules(link).length > 0;
  const processes = candidates
    .filter(({ path, preloads, command }) => hasPlugins || command !== undefined || [path, ...preloads].some((file) => living.has(file)))
    .flatMap((entry) => processOf(link, reach, entry));
  return withoutLeftOvers(link, reach, processes);
}

/**
 * The files that load one in which something goes live, or of which it is not seen what they load: nothing else can become a process.
 * A library of a thousand files that nobody imports has a thousand entries, and to see what runs from each would take long.
 */
function leadingToLife(link: Link, reach: Reach): ReadonlySet<string> {
  const found = new Set([
    ...link.workspace.files.filter((path) => loadsUnseen(link, path)),
    ...link.modules.filter((module) => isLiving(link, reach, module)).map(({ path }) => path),
  ]);
  for (const file of found) for (const importer of link.workspace.importersOf(file)) found.add(importer);
  return found;
}

/** It imports something whose name is only known when it runs, or what is not there. */
function loadsUnseen(link: Link, path: string): boolean {
  return (link.module(path)?.unseenImports.length ?? 0) > 0 || link.workspace.loadsMissing(path);
}

function isLiving(link: Link, reach: Reach, module: Module): boolean {
  return module.facts.functions.some(({ id, generator }) => {
    const fn = functionThing(module, id);
    return (
      reach.startsIn(fn).some(({ thing }) => takesWork(thing)) ||
      (!generator && (pollsForever(link, reach, fn) || pollsUntilTold(link, reach, fn)))
    );
  });
}

function isServiceEntry(link: Link, entry: Entry): boolean {
  if (entry.role === 'task' && entry.why !== 'bin') return false;
  if (!isCommanded(entry) && isThread(link, entry.path)) return false;
  return isStarted(entry) || scopeOf(entry.path, link.workspace) === 'source';
}

/** A script, a manifest or the settings say that it is started. */
function isCommanded(entry: Entry): boolean {
  return entry.why === 'script' || isStarted(entry);
}

const HASHBANG = /^#!/u;

/** Started by hand, as tools are; one that serves until SIGTERM is a service nevertheless. */
function isTool(link: Link, { why, path }: Entry): boolean {
  return why === 'bin' || (why === 'root' && (link.workspace.matches(path, HASHBANG) || isCommandOfTool(link, path)));
}

function isCommandOfTool(link: Link, path: string): boolean {
  const module = link.module(path);
  return module !== undefined && programMethods(link, module).length > 0;
}

function loops(link: Link, reach: Reach, reached: ReadonlyMap<string, FunctionThing>, polls: typeof pollsForever): boolean {
  return [...reached.values()].some((fn) => !fn.module.function(fn.function)?.generator && polls(link, reach, fn));
}

/** Endless loops are tools unless a command, or what they listen for, says that they are services. */
function isService(link: Link, entry: Entry, isLive: boolean, listeners: readonly SignalListener[]): boolean {
  const listens = listeners.some(({ signals, library }) => signals.includes('SIGTERM') && (!library || !isTool(link, entry)));
  if (isTool(link, entry)) return isLive && listens;
  return isLive || isCommanded(entry) || listens;
}

function processOf(link: Link, reach: Reach, entry: Entry): readonly Process[] {
  if (isPart(link, reach, entry)) return [];
  const roots = [entry.path, ...entry.preloads].flatMap((path) => reach.bodiesFrom(path));
  const plugins = pluginsOf(link, entry);
  const program: Program = {
    entry,
    mains: roots.map(({ module }) => module),
    begun: [...roots, ...plugins.flatMap((plugin) => [functionThing(plugin.module, 0), ...exportedFunctions(link, plugin)])],
    loaded: loadedFrom(link, [entry.path, ...entry.preloads, ...plugins.map(({ module }) => module.path)]),
  };
  const reached = within(program.loaded, reach.from(program.begun));
  const commands = givenCommands(link, reach, reached);
  if (commands.length === 0) return runOf(link, reach, program, reached);
  return commands.flatMap((given) => runOf(link, reach, program, within(program.loaded, runsWhen(given, program.begun, false)), given));
}

interface Program extends Pick<Process, 'entry' | 'mains'> {
  /** With what it begins. */
  readonly begun: readonly FunctionThing[];
  /** The modules that it loads; undefined when some of it is not seen. */
  readonly loaded: ReadonlySet<string> | undefined;
}

/** The process that a program becomes, where it lasts, when it is given one of its commands, if it has any. */
function runOf(link: Link, reach: Reach, program: Program, reached: Process['reached'], given?: Given): readonly Process[] {
  const { entry, mains, begun, loaded } = program;
  const runs = ({ site }: { readonly site: CallSite }): boolean => given?.leavesOut(site) !== true;
  const starts = [...reached.values()].flatMap((fn) => reach.startsIn(fn)).filter(runs);
  const isLive = link.knowledge.command(entry.command)?.serves === true || starts.some(({ thing }) => takesWork(thing));
  // What may run as well takes long to find out: most entries of a program made of routes are no process.
  const lasts = isLive || (!isTool(link, entry) && loops(link, reach, reached, pollsForever));
  if (!lasts && (isTool(link, entry) || !loops(link, reach, reached, pollsUntilTold))) return [];
  const possible = within(loaded, given ? runsWhen(given, begun, true) : reach.from(begun, true));
  const listeners = [...possible.values()].flatMap((fn) => reach.signalListenersIn(fn)).filter(runs);
  if (!lasts && !listeners.some(({ signals, library }) => signals.includes('SIGTERM') && !library)) return [];
  // A program of which one command takes work is a service, whatever it is told to do.
  if (!isService(link, entry, isLive || given !== undefined, listeners)) return [];
  return [{ entry, mains, reached, possible, starts, listeners, ...(given && { command: given.names }) }];
}

/** Modules that a library which the program loads, or that runs it, registers as plugins because of where they stand. */
function pluginsOf(link: Link, { path, package: owner, command }: Entry): readonly ConventionalModule[] {
  const isServed = link.knowledge.command(command)?.serves === true;
  const candidates = conventionalModules(link).filter(
    ({ module, convention }) => convention.exports['default'] === 'plugin' && link.workspace.packageOf(module.path) === owner,
  );
  if (candidates.length === 0) return [];
  const names = new Set(
    [...(loadedFrom(link, [path]) ?? [])].flatMap((one) => link.module(one)?.facts.imports.map(({ specifier }) => specifier) ?? []),
  );
  return candidates.filter(({ module, library }) => names.has(library.name) || (isServed && module.path === path));
}

/** The modules that some load, themselves included; undefined when some of it is not seen. */
export function loadedFrom(link: Link, paths: readonly string[]): ReadonlySet<string> | undefined {
  const loaded = new Set(paths);
  for (const path of loaded) {
    if (loadsUnseen(link, path)) return undefined;
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
