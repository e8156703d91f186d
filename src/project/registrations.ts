import type { ArgumentPath } from '../catalogue/shape.js';
import type { Value } from '../facts/module-facts.js';
import { argumentThings, texts } from './arguments.js';
import { follow } from './bindings.js';
import { functionsIn } from './callbacks.js';
import type { Caller } from './link.js';
import type { CallSite, Module } from './module.js';
import type { Passing } from './passing.js';
import { property } from './property.js';
import { functionThing, union, type FunctionThing, type Things } from './thing.js';

/** One of the routes for which a single registration in a helper or a loop stands. */
export interface Registration {
  readonly paths: readonly string[];
  readonly handlers: readonly FunctionThing[];
  /** The handlers are those of other routes as well: which of their work is this route's is not known. */
  readonly isMixed: boolean;
}

/** Where a value comes from that is another for each route: a parameter, or the elements of a list. */
interface Source {
  readonly key: string;
  readonly module: Module;
  readonly fn?: FunctionThing;
  readonly index: number;
  readonly list?: { readonly value: Value; readonly path: readonly string[]; readonly isWhole?: boolean };
  /** On the way from it to the value. */
  readonly path: readonly string[];
}

/** What one caller gives, or what stands at one place of a list. */
interface Turn {
  readonly caller?: Caller;
  readonly given: Things;
  /** Others are given at the same place, so what a function inside the helper sees is not one of them alone. */
  readonly hasOthers: boolean;
}

const DEEPEST = 6;

type Origin = (site: CallSite, at: ArgumentPath) => Source | undefined;

/** The routes of a registration that is given several, or whose path is another each time it runs, and the handlers of each. */
export function registrationsAt(
  passing: Passing,
  site: CallSite,
  path: ArgumentPath,
  handlers: readonly ArgumentPath[],
): readonly Registration[] {
  const passed = registrationsBy(passing, site, passedAt, path, handlers);
  if (new Set(passed.flatMap(({ paths }) => paths)).size > 1) return passed;
  return registrationsBy(passing, site, writtenAt, path, handlers);
}

function registrationsBy(
  passing: Passing,
  site: CallSite,
  origin: Origin,
  path: ArgumentPath,
  handlers: readonly ArgumentPath[],
): readonly Registration[] {
  const source = origin(site, path);
  if (!source) return [];
  const found = turnsOf(passing, source).map((turn) => ({
    paths: texts(flat(passing, follow(passing.link, turn.given, source.path))),
    ...handlersIn(passing, { site, origin, source, turn }, handlers),
  }));
  return found.filter((one) => one.paths.length > 0);
}

function flat({ link }: Passing, things: Things): Things {
  return union(...things.map((thing) => (thing.kind === 'collection' ? property.any(link, thing) : [thing])));
}

function turnsOf(passing: Passing, { fn, index, list, module }: Source): readonly Turn[] {
  if (list) {
    const listed = follow(passing.link, passing.link.of(module, list.value), list.path);
    const given = list.isWhole ? flat(passing, listed) : listed;
    return given.map((thing) => ({ given: [thing], hasOthers: given.length > 1 }));
  }
  if (!fn) return [];
  const whole = { receiver: fn, index, path: [], key: `${fn.id}|${String(index)}|` };
  return passing.callersOf(whole).flatMap((caller) => {
    const { things } = passing.by(caller, whole);
    return things.map((thing): Turn => ({ caller, given: [thing], hasOthers: things.length > 1 }));
  });
}

/** A registration, on one of the turns for which it stands. */
interface Turned {
  readonly site: CallSite;
  readonly origin: Origin;
  readonly source: Source;
  readonly turn: Turn;
}

type Handlers = Pick<Registration, 'handlers' | 'isMixed'>;

function handlersIn(passing: Passing, turned: Turned, at: readonly ArgumentPath[]): Handlers {
  const found = at.map((one) => handlersAt(passing, turned, one));
  return { handlers: found.flatMap(({ handlers }) => handlers), isMixed: found.some(({ isMixed }) => isMixed) };
}

function handlersAt(passing: Passing, { site, origin, source, turn }: Turned, at: ArgumentPath): Handlers {
  const { link } = passing;
  const from = origin(site, at);
  if (from?.key === source.key) return { handlers: functionsIn(link, follow(link, turn.given, from.path)), isMixed: false };
  if (from?.fn && turn.caller && from.fn.id === source.fn?.id) {
    const passed = { receiver: from.fn, index: from.index, path: from.path, key: `${from.key}|${from.path.join('.')}` };
    return { handlers: passing.by(turn.caller, passed).functions, isMixed: turn.hasOthers };
  }
  const seen = functionsIn(link, argumentThings(link, site, at)).map((fn) => seenFrom(fn, source, turn));
  return { handlers: seen.map(({ fn }) => fn), isMixed: seen.some(({ isMixed }) => isMixed) };
}

/** A function inside the helper sees what this caller passes. */
function seenFrom(
  fn: FunctionThing,
  source: Source,
  { caller, hasOthers }: Turn,
): { readonly fn: FunctionThing; readonly isMixed: boolean } {
  const owner = fn.module.function(fn.function)?.owner;
  const isInside = source.fn !== undefined && fn.module === source.fn.module && owner === source.fn.function;
  if (!isInside) return { fn, isMixed: source.list !== undefined && owner !== 0 && fn.made === undefined };
  return caller && !hasOthers ? { fn: { ...fn, made: [caller.site] }, isMixed: false } : { fn, isMixed: true };
}

function passedAt(site: CallSite, at: ArgumentPath): Source | undefined {
  const [first, ...path] = String(at).split('.');
  const value = site.call.args[Number(first)];
  return value && sourceOf(site.module, value, path, 0);
}

/** `server.route([{ path, handler }, …])`. */
function writtenAt({ module, call }: CallSite, at: ArgumentPath): Source | undefined {
  const [first, ...path] = String(at).split('.');
  const value = call.args[Number(first)];
  if (!value || path.length === 0) return undefined;
  return { key: `${module.key}|${value.span.join('-')}`, module, index: 0, list: { value, path: [], isWhole: true }, path };
}

function sourceOf(module: Module, value: Value, path: readonly string[], depth: number): Source | undefined {
  if (depth > DEEPEST) return undefined;
  switch (value.kind) {
    case 'reference':
      return ofBinding(module, value.binding, path, depth + 1);
    case 'member':
      return value.name === undefined ? undefined : sourceOf(module, value.object, [value.name, ...path], depth + 1);
    case 'object': {
      const [name, ...further] = path;
      const named = value.properties.findLast((one) => one.name === name);
      return named && sourceOf(module, named.value, further, depth + 1);
    }
    default:
      return undefined;
  }
}

function ofBinding(module: Module, id: number, path: readonly string[], depth: number): Source | undefined {
  const binding = module.facts.bindings[id];
  const [source, ...others] = binding?.sources ?? [];
  if (!binding || !source || others.length > 0) return undefined;
  const whole = [...source.path, ...path];
  if (!source.value) {
    const fn = functionThing(module, binding.owner);
    const index = source.parameter ?? 0;
    return { key: `${fn.id}|${String(index)}`, module, fn, index, path: whole };
  }
  const end = source.path.findLastIndex((step) => step.startsWith('*')) + 1;
  if (end === 0) return sourceOf(module, source.value, whole, depth);
  const list = { value: source.value, path: source.path.slice(0, end) };
  return { key: `${module.key}|${source.value.span.join('-')}`, module, index: 0, list, path: whole.slice(end) };
}
