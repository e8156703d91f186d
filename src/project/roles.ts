import type { CallValue, Span, Value } from '../facts/module-facts.js';
import { walkValue } from '../facts/walk.js';
import { forkSidesAt, forksOf, type ForkSide } from './forks.js';
import type { Link } from './link.js';
import type { CallSite, Module } from './module.js';
import type { Process } from './processes.js';
import { isEachCallback, repetitionOf } from './repetition.js';
import type { Service } from './service.js';
import type { Start } from './starts.js';
import type { SignalListener } from './signals.js';
import { functionThing, type ResourceThing } from './thing.js';

/** What tells whether a process is the primary of a cluster, or a thread the main one: one program, but two processes. */
const ROLES = ['isPrimary', 'isMaster', 'isWorker', 'isMainThread'];

/** Where a text asks for one. */
export const ROLE = `\\b(?:${ROLES.join('|')})\\b`;

interface Side extends ForkSide {
  readonly module: Module;
  /** Of a plain question for a part of a cluster: whose side it is. */
  readonly part: 'primary' | 'worker' | undefined;
}

const PARTS: Readonly<Record<string, NonNullable<Side['part']>>> = { isPrimary: 'primary', isMaster: 'primary', isWorker: 'worker' };

/** What goes live in the same process as the code at the site, and is made there. */
export function startsBeside(service: Service, process: Process, site: CallSite): readonly Start[] {
  return process.starts.filter(({ site: start, thing }) => ![start, ...openingOf(thing)].some((one) => areApart(service, one, site)));
}

function openingOf({ origin }: ResourceThing): readonly CallSite[] {
  return origin ? [{ ...origin, owner: origin.module.ownerOf(origin.call) }] : [];
}

/** What a process listens for where the code at the site runs. */
export function listenersBeside(service: Service, process: Process, site: CallSite): readonly SignalListener[] {
  return process.listeners.filter((listener) => !areApart(service, listener.site, site));
}

/** Whether the call runs in worker threads alone, which no signal reaches: `if (isMainThread) { … } else { work(); }`. */
export function isInThread(link: Link, site: CallSite): boolean {
  return sidesOf(link, site).some(({ step, side, module }) => step.kind === 'branch' && side === threadSideOf(module, step.test));
}

/** Only of the plain question, or its opposite. */
function threadSideOf(module: Module, test: Value): 0 | 1 | undefined {
  if (test.kind === 'operation' && test.operator === '!' && test.operands[0])
    return threadSideOf(module, test.operands[0]) === 1 ? 0 : undefined;
  return roleIn(module, test) === 'isMainThread' ? 1 : undefined;
}

/** Whether the calls stand on different sides of a fork, or one in the primary and one in a worker of a cluster. */
export function areApart({ link }: Service, one: CallSite, other: CallSite): boolean {
  const sides = sidesOf(link, one);
  return sides.length > 0 && sidesOf(link, other).some((side) => sides.some((own) => excludes(own, side)));
}

function excludes(one: Side, other: Side): boolean {
  if (one.step === other.step) return one.side !== other.side;
  return one.part !== undefined && other.part !== undefined && one.part !== other.part;
}

function partOf(module: Module, test: Value, side: number): Side['part'] {
  const [operand] = test.kind === 'operation' && test.operator === '!' ? test.operands : [];
  if (operand) return partOf(module, operand, side === 0 ? 1 : 0);
  const part = PARTS[roleIn(module, test) ?? ''];
  return part === undefined || side === 0 ? part : part === 'primary' ? 'worker' : 'primary';
}

const askedFor = new WeakMap<Link, Map<CallValue, readonly Side[]>>();

/** Where a call stands in the text, and where the functions around it are called, or its module is loaded. */
function sidesOf(link: Link, site: CallSite): readonly Side[] {
  const answers = askedFor.get(link) ?? new Map<CallValue, readonly Side[]>();
  askedFor.set(link, answers);
  const sides = answers.get(site.call) ?? sidesAround(link, site, 0);
  answers.set(site.call, sides);
  return sides;
}

function sidesAround(link: Link, { module, call, owner }: CallSite, depth: number): readonly Side[] {
  const own = sidesAt(link, module, call.span);
  if (depth > 4) return own;
  if (owner === 0) return [...own, ...loadedOn(link, module.path)];
  const callers = link.callers(functionThing(module, owner)).filter(({ things }) => !things);
  return [...own, ...shared(callers, (caller) => sidesAround(link, caller.site, depth + 1))];
}

function sidesAt(link: Link, module: Module, span: Span): readonly Side[] {
  return forkSidesAt(module, span).flatMap((fork): readonly Side[] => {
    const { step, side } = fork;
    const isRole = step.kind === 'branch' && tellsRole(module, step.test);
    if (!isRole && goesManyWays(link, module, fork)) return [];
    return [{ ...fork, module, part: isRole ? partOf(module, step.test, side) : undefined }];
  });
}

/** Asked more than once in a process, with one answer and then the other. */
export function goesManyWays(link: Link, module: Module, { owner, inLoop }: Pick<ForkSide, 'owner' | 'inLoop'>): boolean {
  const callers = owner === 0 ? [] : link.callers(functionThing(module, owner));
  if (inLoop || callers.length > 1 || isEachCallback(module, owner)) return true;
  return callers.some(({ site }) => repetitionOf(link, { ...site, span: site.call.span }) !== undefined);
}

const loads = new WeakMap<Link, Map<string, readonly Side[]>>();

/** `if (cluster.isPrimary) await import('./primary.js')`, or whoever loads it is loaded so. */
function loadedOn(link: Link, path: string): readonly Side[] {
  const answers = loads.get(link) ?? new Map<string, readonly Side[]>();
  loads.set(link, answers);
  const sides = answers.get(path) ?? sidesOfLoaders(link, path, new Map());
  answers.set(path, sides);
  return sides;
}

/** What is loaded by what it loads itself is told by the others that load it. */
function sidesOfLoaders(link: Link, path: string, seen: Map<string, readonly Side[] | 'begun'>): readonly Side[] {
  seen.set(path, 'begun');
  const importers = link.workspace.importersOf(path).filter((importer) => seen.get(importer) !== 'begun');
  const sides = shared(importers, (importer) => {
    const known = seen.get(importer);
    const outer = known === undefined && seen.size < MOST ? sidesOfLoaders(link, importer, seen) : known;
    return [...loadingSides(link, importer, path), ...(outer === 'begun' ? [] : (outer ?? []))];
  });
  seen.set(path, sides);
  return sides;
}

/** Files whose loaders are followed for one question. */
const MOST = 1000;

/** Every file that asks for a role is a module of the link; of others, those that tell something. */
function loadingSides(link: Link, importer: string, path: string): readonly Side[] {
  const module = link.module(importer);
  if (!module || forksOf(module).length === 0) return [];
  const isChosen = module.facts.imports.some(({ span }) => forkSidesAt(module, span).length > 0);
  const own = isChosen ? module.facts.imports.filter(({ specifier }) => isFor(link, module, specifier, path)) : [];
  return shared(own, ({ span }) => sidesAt(link, module, span));
}

function isFor(link: Link, importer: Module, specifier: string, path: string): boolean {
  const target = link.workspace.resolve(importer.path, specifier);
  return target.kind === 'project' && target.path === path;
}

/** On which side all of them stand. No more are looked at than it takes to tell that there is none. */
function shared<T>(all: readonly T[], sidesOfOne: (one: T) => readonly Side[]): readonly Side[] {
  let common: readonly Side[] | undefined;
  for (const one of all) {
    const sides = sidesOfOne(one);
    common = (common ?? sides).filter((side) => sides.some((other) => other.step === side.step && other.side === side.side));
    if (common.length === 0) break;
  }
  return common ?? [];
}

function tellsRole(module: Module, test: Value): boolean {
  let found = false;
  walkValue(test, (value) => {
    found ||= ROLES.includes(roleIn(module, value) ?? '');
  });
  return found;
}

function roleIn(module: Module, value: Value): string | undefined {
  if (value.kind === 'member') return value.name;
  return value.kind === 'reference' ? module.facts.bindings[value.binding]?.name : undefined;
}
