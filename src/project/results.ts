import type { Member } from '../catalogue/shape.js';
import { argumentThings } from './arguments.js';
import { FOLDS } from './callbacks.js';
import { isTelling } from './bindings.js';
import { makesObject } from './classes.js';
import { joined } from './joined-promises.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { objectResult } from './object-results.js';
import { property } from './property.js';
import { handedOut } from './provisions.js';
import { settledWith } from './settling.js';
import { isSuperCall, objectsOf } from './subclasses.js';
import { symbolThings } from './symbols.js';
import {
  awaited,
  collectionThing,
  externalThing,
  promiseThing,
  promisifiedThing,
  resourceThing,
  union,
  UNKNOWN,
  type BuiltinThing,
  type ExternalThing,
  type FunctionThing,
  type MemberThing,
  type ResourceThing,
  type Thing,
  type Things,
} from './thing.js';

/** What a call gives when it calls this. */
export function callResult(link: Link, site: CallSite, callee: Thing): Things {
  switch (callee.kind) {
    case 'function':
      return kept(link, site, functionResult(link, site, callee));
    case 'class':
      return makesObject(site.call, callee) ? objectsOf(link, callee.module, callee.class, site) : UNKNOWN;
    case 'member':
      return memberResult(link, site, callee);
    case 'builtin':
      return builtinResult(link, site, callee);
    case 'promisified':
      return [promiseThing([])];
    case 'external':
      return kept(link, site, externalResult(link, site, callee));
    default:
      return unknownResult(link, site);
  }
}

/** An object that `new` makes is none of the functions that it was given. */
function externalResult(link: Link, site: CallSite, { specifier, path }: ExternalThing): Things {
  const made = [externalThing(specifier, `${path}()`)];
  return site.call.construct ? made : union(made, passedThrough(link, site));
}

/** Functions that by their name keep what a factory makes, wherever they keep it. */
const KEEPING = /singleton|once|memo|lazy|cached?|remember|get_?or_?create|single/iu;
const LAST_NAME = /(?<!\w)\w*$/u;

/** `singleton('db', () => new Pool())` gives what the factory gives, when nothing else is seen. */
function kept(link: Link, site: CallSite, found: Things): Things {
  if (found.some(isTelling) || !KEEPING.test(LAST_NAME.exec(link.nameOf(site))?.[0] ?? '')) return found;
  const factories = site.call.args.flatMap((value) => link.of(site.module, value));
  const made = union(...factories.map((thing) => (thing.kind === 'function' ? link.returnedAsCalled(thing) : [])));
  return made.some(isTelling) ? made : found;
}

function functionResult(link: Link, site: CallSite, callee: FunctionThing): Things {
  const fact = callee.module.function(callee.function);
  const returned = link.returned(callee).map((thing) => madeBy(site, callee, thing));
  if (fact?.generator) return UNKNOWN;
  return fact?.async ? [promiseThing(awaited(returned))] : returned;
}

/** A function that stands inside the one that gives it sees what this call passes. */
function madeBy(site: CallSite, callee: FunctionThing, thing: Thing): Thing {
  const isInside =
    thing.kind === 'function' && thing.module === callee.module && thing.module.function(thing.function)?.owner === callee.function;
  return isInside ? { ...thing, made: [site, ...(callee.made ?? [])] } : thing;
}

/** `new Map()` and the like are collections; anything else that is not known may hand back a function it was given: `asyncHandler(fn)`. */
function unknownResult(link: Link, site: CallSite): Things {
  const { callee, construct } = site.call;
  if (construct && callee.kind === 'global' && COLLECTIONS.has(callee.name)) return [collectionThing(site.module, site.call)];
  if (callee.kind === 'member' && callee.object.kind === 'global' && callee.object.name === 'Object')
    return objectResult(link, site, callee.name);
  const symbol = symbolThings(link, site);
  if (symbol.length > 0) return symbol;
  const listed = isArrayFrom(site) ? copied(link, site) : [];
  if (listed.length > 0) return listed;
  return union(passedThrough(link, site), UNKNOWN);
}

function isArrayFrom({ call: { callee, args } }: CallSite): boolean {
  return (
    callee.kind === 'member' &&
    callee.object.kind === 'global' &&
    callee.object.name === 'Array' &&
    callee.name === 'from' &&
    args.length === 1
  );
}

/** `Array.from(pools.values())` holds what the collection holds. */
function copied(link: Link, site: CallSite): Things {
  return argumentThings(link, site, 0).filter(({ kind }) => kind === 'collection');
}

const COLLECTIONS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array']);

/** Functions among the arguments of an unknown call. */
function passedThrough(link: Link, site: CallSite): Things {
  return union(
    ...site.call.args.map((value) =>
      link.of(site.module, value).filter((thing) => thing.kind === 'function' || thing.kind === 'promisified'),
    ),
  );
}

function memberResult(link: Link, site: CallSite, callee: MemberThing): Things {
  const { member, library } = callee;
  if (member.promisifies !== undefined) return [promisifiedThing(argumentThings(link, site, member.promisifies))];
  if (member.settledBy !== undefined) return [promiseThing(settledWith(link, site, member.settledBy))];
  if (member.joins) return [promiseThing(joined(link, site, member.joins))];
  if (member.instanceOf !== undefined)
    return union(...argumentThings(link, site, member.instanceOf).map((thing) => handedOut(link, thing)));
  const resolved = member.resolves === undefined ? undefined : named(link, site, callee, member.resolves);
  if (resolved) return [promiseThing(resolved)];
  if (member.returns !== undefined) return named(link, site, callee, member.returns);
  if (member.promise) return [promiseThing(UNKNOWN)];
  return library.name === 'node:process' ? UNKNOWN : union(passedThrough(link, site), UNKNOWN);
}

function named(link: Link, site: CallSite, callee: MemberThing, result: NonNullable<Member['returns']>): Things {
  if (typeof result === 'number') return argumentThings(link, site, result);
  if (result === 'this') return callee.receiver ? [callee.receiver] : UNKNOWN;
  const type = link.knowledge.type(result, callee.library);
  if (!type) return UNKNOWN;
  const subclass = opensNew(callee) ? subclassAt(link, site) : undefined;
  if (subclass) return objectsOf(link, subclass.module, subclass.class, site);
  return [
    resourceThing(
      type.library,
      type.name,
      type.type,
      opensNew(callee) ? { module: site.module, call: site.call } : callee.receiver?.origin,
    ),
  ];
}

/** The class whose object a constructor of a library makes: that of `super(…)`, or of `new` where it has no constructor itself. */
function subclassAt(link: Link, site: CallSite): ResourceThing['subclass'] {
  const cls = isSuperCall(site) ? site.module.classOf(site.owner) : undefined;
  if (cls !== undefined) return { module: site.module, class: cls };
  return site.call.construct ? link.of(site.module, site.call.callee).find((thing) => thing.kind === 'class') : undefined;
}

/** Functions and constructors make new things; methods only where the catalogue says `opens`. */
function opensNew(callee: MemberThing): boolean {
  return callee.member.opens ?? (callee.member.timer !== undefined || callee.receiver === undefined);
}

function builtinResult(link: Link, site: CallSite, callee: BuiltinThing): Things {
  const { receiver, name } = callee;
  if (name === 'bind') return receiver.kind === 'function' ? [bound(link, site, receiver)] : [receiver];
  if (name === 'call' || name === 'apply') return callResult(link, site, receiver);
  if (receiver.kind === 'promise') return [promiseThing(name === 'then' ? thenResult(link, site, receiver.of) : receiver.of)];
  if (receiver.kind !== 'collection') return UNKNOWN;
  if (name === 'map' || name === 'flatMap') return [collectionThing(site.module, site.call)];
  if (FOLDS.has(name)) return union(argumentThings(link, site, 1), thenResult(link, site, []));
  return ELEMENT.has(name) ? property.any(link, receiver) : [receiver];
}

const ELEMENT = new Set(['find', 'at', 'pop', 'shift', 'get', 'findLast']);

function bound(link: Link, site: CallSite, fn: FunctionThing): Thing {
  const [self] = argumentThings(link, site, 0);
  return { ...fn, ...(self && { self }) };
}

function thenResult(link: Link, site: CallSite, before: Things): Things {
  const callbacks = argumentThings(link, site, 0).filter((thing) => thing.kind === 'function');
  return callbacks.length === 0 ? before : awaited(union(...callbacks.map((thing) => link.returned(thing))));
}
