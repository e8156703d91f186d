/** Programs of several commands: `orders serve`, `orders work`. A process is given one of them, and runs nothing of the others. */
import type { CallValue, Span, Value } from '../facts/module-facts.js';
import { contains } from '../facts/spans.js';
import { argumentThings, texts } from './arguments.js';
import { handoversOf } from './callbacks.js';
import { isOfCommandLine, isToldAtStart } from './command-line.js';
import { forksOf, type Fork } from './forks.js';
import type { Link } from './link.js';
import type { CallSite, Module } from './module.js';
import type { Reach } from './reach.js';
import { goesManyWays } from './roles.js';
import type { FunctionThing } from './thing.js';

/** What runs for one command alone: what a call hands over, or calls by the name of the command, or parts of a function. */
export interface ProgramCommand {
  /** The words by which it is asked for, as far as they are seen. */
  readonly names: readonly string[];
  readonly module: Module;
  readonly owner: number;
  readonly spans: readonly Span[];
  readonly call?: CallValue;
  /** Where the call may call those of several commands: the function of this one. */
  readonly only?: FunctionThing;
}

/** The commands of a program, of which these functions run; none where it has no choice. */
export function commandsOf(link: Link, reach: Reach, functions: ReadonlyMap<string, FunctionThing>): readonly ProgramCommand[] {
  const all = [...functions.values()];
  const found = [
    () => all.flatMap((fn) => reach.callsIn(fn).flatMap((site) => handed(link, site))),
    () => all.flatMap((fn) => ownForks(link, fn).flatMap((fork) => chosen(fn, fork))),
    () => all.flatMap((fn) => reach.callsIn(fn).flatMap((site) => named(link, site))),
  ];
  for (const find of found) {
    const commands = find();
    if (commands.length > 1) return commands;
  }
  return [];
}

/** `program.command('serve').action(serve)`. */
function handed(link: Link, site: CallSite): readonly ProgramCommand[] {
  const { module, call, owner } = site;
  if (!handoversOf(link, site).some(({ role }) => role === 'startup')) return [];
  const names = namesAbove(link, module, call);
  return names ? [{ module, owner, call, names, spans: call.args.map(({ span }) => span) }] : [];
}

/** Of the command on which a call is made, or that it makes itself; undefined where there is none. */
function namesAbove(link: Link, module: Module, value: Value | undefined, depth = 0): readonly string[] | undefined {
  if (depth > DEEPEST || !value) return undefined;
  if (value.kind === 'reference') return namesAbove(link, module, module.facts.bindings[value.binding]?.sources[0]?.value, depth + 1);
  if (value.kind !== 'call') return undefined;
  const site = { module, call: value, owner: module.ownerOf(value) };
  const places = link
    .called(site)
    .flatMap((thing) => (thing.kind === 'member' ? [thing.member.command] : []))
    .find((one) => one !== undefined);
  const firstWord = (name: string): string => name.split(' ')[0] ?? '';
  if (places) return places.flatMap((at) => texts(argumentThings(link, site, at))).map(firstWord);
  return namesAbove(link, module, value.callee.kind === 'member' ? value.callee.object : undefined, depth + 1);
}

/** Calls in a chain: `program.command('serve').option('--port <port>')…`. */
const DEEPEST = 60;

/** `switch (process.argv[2]) { case 'serve': … }`, or the same in questions. */
function ownForks(link: Link, { module, function: owner }: FunctionThing): readonly Fork[] {
  return forksOf(module).filter((fork) => fork.owner === owner && isChoice(link, module, fork) && !goesManyWays(link, module, fork));
}

function isChoice(link: Link, module: Module, { step }: Fork): boolean {
  if (step.kind === 'switch') return isToldAtStart(link, module, step.subject);
  const { test } = step;
  if (test.kind !== 'operation' || !EQUAL.test(test.operator)) return false;
  return textsIn(test).length > 0 && isOfCommandLine(link, module, test);
}

const EQUAL = /^={2,3}$/u;

/** Of questions in a row, what follows from yes, and after the last one what follows from no. */
function chosen({ module, function: owner }: FunctionThing, { step, sides, tests }: Fork): readonly ProgramCommand[] {
  const isFollowed = step.kind === 'branch' && step.otherwise.some(({ kind }) => kind === 'branch');
  return sides
    .map((spans, index): ProgramCommand => ({ module, owner, spans, names: (tests[index] ?? []).flatMap(textsIn) }))
    .filter(({ spans }, index) => spans.length > 0 && (index === 0 || !isFollowed));
}

function textsIn(value: Value): readonly string[] {
  if (value.kind === 'operation') return value.operands.flatMap(textsIn);
  return value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [];
}

/** `commands[process.argv[2]]()`. */
function named(link: Link, site: CallSite): readonly ProgramCommand[] {
  const { module, owner, call } = site;
  const keys = keysOf(module, call.callee);
  if (keys.length === 0 || !keys.some((key) => isOfCommandLine(link, module, key))) return [];
  const functions = link.called(site).filter((thing) => thing.kind === 'function');
  if (functions.length < 2 || goesManyWays(link, module, { owner, inLoop: false })) return [];
  return functions.map((only) => ({ module, owner, call, spans: [], only, names: namesOf(link, module, only) }));
}

/** Under which the tables of the module have it. */
function namesOf(link: Link, module: Module, { id }: FunctionThing): readonly string[] {
  const properties = module.tables.flatMap((table) => table.properties);
  return properties.flatMap(({ name, value }) => (name !== undefined && link.of(module, value).some((one) => one.id === id) ? [name] : []));
}

/** By which the called function was looked up. */
function keysOf(module: Module, callee: Value): readonly Value[] {
  if (callee.kind === 'member') return callee.key ? [callee.key] : [];
  const sources = callee.kind === 'reference' ? (module.facts.bindings[callee.binding]?.sources ?? []) : [];
  return sources.flatMap(({ value }) => (value?.kind === 'member' && value.key ? [value.key] : []));
}

/** Whether a place is one where another command runs. */
export function isOfOther(command: ProgramCommand, all: readonly ProgramCommand[], module: Module, span: Span): boolean {
  const holds = (one: ProgramCommand): boolean => one.module === module && one.spans.some((own) => contains(own, span));
  return !holds(command) && all.some(holds);
}
