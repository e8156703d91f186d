/** What of a program runs when it was given one of its commands. */
import { contains } from '../facts/spans.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { commandsOf, isOfOther, type ProgramCommand } from './program-commands.js';
import { pollsForever, pollsUntilTold } from './polling.js';
import type { Reach } from './reach.js';
import type { Edges, Leading } from './leading.js';
import { Reached } from './reached.js';
import { takesWork } from './starts.js';
import { functionThing, type FunctionThing } from './thing.js';

/** A program that was given a command which takes work. */
export interface Given extends Leading, Pick<ProgramCommand, 'names'> {
  readonly leavesOut: (site: CallSite) => boolean;
}

/** One for each command that lasts; none where the program has no commands, or none that takes work. */
export function givenCommands(link: Link, reach: Reach, functions: ReadonlyMap<string, FunctionThing>): readonly Given[] {
  const all = commandsOf(link, reach, functions).map((command) => ({ command, isLive: isLive(reach, command) }));
  if (!all.some((one) => one.isLive)) return [];
  const commands = all.map(({ command }) => command);
  return all.filter((one) => one.isLive || goesRound(link, reach, one.command)).map(({ command }) => givenOne(reach, command, commands));
}

/** Everything that runs from these on. */
export function runsWhen(given: Given, begun: readonly FunctionThing[], possible: boolean): ReadonlyMap<string, FunctionThing> {
  return new Reached(given, begun, possible).functions;
}

function isLive(reach: Reach, command: ProgramCommand): boolean {
  const starts = [
    ...sitesOf(command).flatMap((site) => reach.startsAt(site)),
    ...[...ledTo(reach, command).values()].flatMap((fn) => reach.startsIn(fn)),
  ];
  return starts.some(({ thing }) => takesWork(thing));
}

/** Polls in a loop, until it is told to stop or for ever. */
function goesRound(link: Link, reach: Reach, command: ProgramCommand): boolean {
  return [...ledTo(reach, command).values()].some((fn) => pollsForever(link, reach, fn) || pollsUntilTold(link, reach, fn));
}

function sitesOf(command: ProgramCommand): readonly CallSite[] {
  return command.module.calls.filter((site) => isOwn(command, site));
}

function ledTo(reach: Reach, command: ProgramCommand): ReadonlyMap<string, FunctionThing> {
  return reach.from(sitesOf(command).flatMap((site) => edgesAt(reach, command, site).functions));
}

function isOwn({ owner, call, spans }: ProgramCommand, site: CallSite): boolean {
  return call ? site.call === call : site.owner === owner && spans.some((span) => contains(span, site.call.span));
}

type CallEdges = Omit<Edges, 'names'>;

/** A call by the name of the command leads to that alone. */
function edgesAt(reach: Reach, { call, only }: ProgramCommand, site: CallSite): CallEdges {
  const edges = reach.edgesAt(site);
  if (!only || call !== site.call) return edges;
  const chosen = (functions: readonly FunctionThing[]): readonly FunctionThing[] => functions.filter(({ id }) => id === only.id);
  return { ...edges, functions: chosen(edges.functions), own: chosen(edges.own) };
}

function givenOne(reach: Reach, command: ProgramCommand, all: readonly ProgramCommand[]): Given {
  const touched = new Set(all.flatMap(({ module, owner }) => [0, owner].map((id) => functionThing(module, id).id)));
  const unloaded = unloadedBy(reach, command, all);
  const leavesOut = (site: CallSite): boolean =>
    isOfOther(command, all, site.module, site.call.span) || (command.call !== site.call && all.some(({ call }) => call === site.call));
  const edgesOf = (fn: FunctionThing): Edges => {
    const sites = reach.callsIn(fn).filter((site) => !leavesOut(site));
    const others = reach.edgesBy(
      fn,
      sites.filter(({ call }) => call !== command.call),
    );
    const own = sites.filter(({ call }) => call === command.call).map((site) => edgesAt(reach, command, site));
    return {
      functions: [...others.functions.filter(({ id }) => !unloaded.has(id)), ...own.flatMap(({ functions }) => functions)],
      own: [...others.own.filter(({ id }) => !unloaded.has(id)), ...own.flatMap((edges) => edges.own)],
      passed: [...others.passed, ...own.flatMap(({ passed }) => passed)],
      names: others.names,
    };
  };
  return {
    names: command.names,
    link: reach.link,
    passing: reach.passing,
    companions: reach.companions,
    leavesOut,
    edgesAt: (site) => edgesAt(reach, command, site),
    edges: (fn) => (touched.has(fn.id) ? edgesOf(fn) : reach.edges(fn)),
    callsIn: (fn) => reach.callsIn(fn),
    methodsNamed: (name) => reach.methodsNamed(name),
  };
}

/** Bodies of modules that only other commands load: `case 'serve': await import('./server.js')`. */
function unloadedBy(reach: Reach, command: ProgramCommand, all: readonly ProgramCommand[]): ReadonlySet<string> {
  const { workspace } = reach.link;
  const loads = [...new Set(all.map(({ module }) => module))].flatMap((module) =>
    module.facts.imports.map(({ specifier, span }) => ({
      target: workspace.resolve(module.path, specifier),
      isLeftOut: isOfOther(command, all, module, span),
    })),
  );
  const bodies = (isLeftOut: boolean): readonly string[] =>
    loads.flatMap((load) =>
      load.isLeftOut === isLeftOut && load.target.kind === 'project' ? reach.bodiesFrom(load.target.path).map(({ id }) => id) : [],
    );
  const kept = new Set(bodies(false));
  return new Set(bodies(true).filter((id) => !kept.has(id)));
}
