/** What containers of dependencies give for a token: a class, a text, a symbol. */
import type { ArgumentPath, Library, Provision } from '../catalogue/shape.js';
import type { Value } from '../facts/module-facts.js';
import { instanceOf } from './annotations.js';
import { argumentThings } from './arguments.js';
import type { Link } from './link.js';
import { append } from './lists.js';
import type { CallSite, Module } from './module.js';
import { property } from './property.js';
import { namesOf } from './strong-names.js';
import { objectsOf } from './subclasses.js';
import { awaited, objectThing, union, UNKNOWN, type FunctionThing, type ObjectThing, type Thing, type Things } from './thing.js';

/** A place that may tell what is given for a token. */
interface Provider {
  readonly module: Module;
  readonly tokens: () => Things;
  readonly gives: () => Things;
  /** What makes it. */
  readonly factories: () => Things;
}

/** Empty where nothing is provided for it. */
export function provided(link: Link, token: Thing): Things {
  if (!isToken(token)) return [];
  return link.property(`provided:${token.id}`, () =>
    union(...providersOf(link).flatMap(({ tokens, gives }) => (tokens().some(({ id }) => id === token.id) ? [gives()] : []))),
  );
}

/** What is provided for the token, or the one object of the class. */
export function handedOut(link: Link, token: Thing): Things {
  return token.kind === 'class' ? instanceOf(link, token) : provided(link, token);
}

/** The functions of a module by which containers make what they provide; they run with the program, or with the first who asks. */
export function factoriesIn(link: Link, module: Module): readonly FunctionThing[] {
  const own = byModule(link).get(module) ?? [];
  return own.flatMap(({ factories }) => factories().filter((thing) => thing.kind === 'function'));
}

/** What is put into a decorated parameter or field. */
export function injected(link: Link, module: Module, decorators: readonly Value[]): Things {
  return union(
    ...decorators.flatMap((value) => {
      if (value.kind !== 'call') return [];
      const at = link.of(module, value.callee).flatMap((thing) => (thing.kind === 'member' ? (thing.member.injects ?? []) : []));
      const tokens = at.flatMap((index) => argumentThings(link, { module, call: value, owner: 0 }, index));
      return tokens.map((token) => handedOut(link, token));
    }),
  );
}

/** The same wherever it is named. */
function isToken(thing: Thing): boolean {
  return thing.kind === 'class' || thing.kind === 'constant' || thing.kind === 'member' || (thing.kind === 'resource' && !!thing.origin);
}

const known = new WeakMap<Link, readonly Provider[]>();
const indexed = new WeakMap<Link, ReadonlyMap<Module, readonly Provider[]>>();

function byModule(link: Link): ReadonlyMap<Module, readonly Provider[]> {
  const before = indexed.get(link);
  if (before) return before;
  const index = new Map<Module, Provider[]>();
  for (const provider of providersOf(link)) append(index, provider.module, provider);
  indexed.set(link, index);
  return index;
}

/** Those that the libraries know which the program imports. */
function providersOf(link: Link): readonly Provider[] {
  const before = known.get(link);
  if (before) return before;
  const specifiers = new Set(link.modules.flatMap(({ facts }) => facts.imports.map(({ specifier }) => specifier)));
  const libraries = new Set([...specifiers].flatMap((specifier) => link.knowledge.library(specifier) ?? []));
  const methods = new Set([...libraries].flatMap(providingMethods));
  const provisions = [...libraries].flatMap(({ providers }) => providers ?? []);
  const found = [...calls(link, methods), ...provisions.flatMap((provision) => literals(link, provision))];
  known.set(link, found);
  return found;
}

function providingMethods({ exports, types = {} }: Library): readonly string[] {
  return [...Object.values(exports), ...Object.values(types)].flatMap(({ members }) =>
    namesOf(members, ({ provides }) => provides !== undefined),
  );
}

function calls(link: Link, methods: ReadonlySet<string>): readonly Provider[] {
  if (methods.size === 0) return [];
  const sites = link.modules.flatMap((module) =>
    module.calls.filter((site) => site.call.callee.kind === 'member' && methods.has(link.nameOf(site))),
  );
  return sites.map((site) => ofCall(link, site));
}

function ofCall(link: Link, site: CallSite): Provider {
  const provisions = (): readonly Provision[] =>
    link.called(site).flatMap((target) => (target.kind === 'member' ? (target.member.provides ?? []) : []));
  return {
    module: site.module,
    tokens: () =>
      union(...provisions().map(({ token, bound }) => union(...askedAt(link, site, bound).map((at) => argumentThings(link, at, token))))),
    gives: () => union(...provisions().map((provision) => givenBy(link, provision, (at) => argumentThings(link, site, at)))),
    factories: () => union(...provisions().map(({ factory }) => (factory === undefined ? [] : argumentThings(link, site, factory)))),
  };
}

/** The call itself, or the one that made its receiver. */
function askedAt(link: Link, site: CallSite, bound: true | undefined): readonly CallSite[] {
  if (!bound) return [site];
  return link
    .called(site)
    .flatMap((target) => (target.kind === 'member' && target.receiver?.origin ? [{ ...target.receiver.origin, owner: site.owner }] : []));
}

/** The object literals of the program that have such properties. */
function literals(link: Link, provision: Provision): readonly Provider[] {
  const ways = waysOf(provision);
  return link.modules.flatMap((module) =>
    module.tables.flatMap((table) => {
      const names = new Set(table.properties.map(({ name }) => name));
      const isProvider = names.has(String(provision.token)) && ways.some((way) => names.has(String(way)));
      return isProvider ? [ofLiteral(link, provision, objectThing(module, table))] : [];
    }),
  );
}

function ofLiteral(link: Link, provision: Provision, table: ObjectThing): Provider {
  const read = (at: ArgumentPath): Things =>
    table.value.properties.some(({ name }) => name === at) ? property.of(link, table, String(at)) : [];
  return {
    module: table.module,
    tokens: () => read(provision.token),
    gives: () => givenBy(link, provision, read),
    factories: () => (provision.factory === undefined ? [] : read(provision.factory)),
  };
}

function waysOf({ class: cls, value, factory, alias }: Provision): readonly ArgumentPath[] {
  return [cls, value, factory, alias].filter((way) => way !== undefined);
}

/** Unknown where a provider is seen, and not what it gives. */
function givenBy(link: Link, provision: Provision, read: (at: ArgumentPath) => Things): Things {
  const at = (way: ArgumentPath | undefined): Things => (way === undefined ? [] : read(way));
  const given = union(
    ...at(provision.class).map((thing) => (thing.kind === 'class' ? objectsOf(link, thing.module, thing.class) : UNKNOWN)),
    at(provision.value),
    ...at(provision.factory).map((thing) => (thing.kind === 'function' ? awaited(link.returnedAsCalled(thing)) : UNKNOWN)),
    ...at(provision.alias).map((token) => handedOut(link, token)),
  );
  return given.length > 0 ? given : UNKNOWN;
}
