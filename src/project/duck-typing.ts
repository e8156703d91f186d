import type { CallValue } from '../facts/module-facts.js';
import type { Link } from './link.js';
import { append } from './lists.js';
import type { Module } from './module.js';
import { scopeOf } from './scope.js';
import { functionThing, type FunctionThing, type Things } from './thing.js';

/**
 * Names that a project makes up for its own objects that can be shut down. Plain `close` or `stop` is what many libraries call it,
 * and `onClose` is an event, so an object of which nothing else is known may be anything.
 */
const OWN_NAME =
  /^(?:handle|perform|graceful(?:ly)?)_?(?:shut_?down|stop|close|termination)$|^(?:shut_?down|stop|close|dispose)_?gracefully$/iu;

/** Classes with one such method, from which on the name says nothing. */
const MOST = 6;

const methods = new WeakMap<Link, ReadonlyMap<string, readonly FunctionThing[]>>();

/** Of something that is not seen (`adapters[kind].handleShutdown()`), the methods of that name in the project are called. */
export function withMethodsNamed(link: Link, module: Module, call: CallValue, called: Things): Things {
  const { callee } = call;
  if (callee.kind !== 'member' || callee.name === undefined || !OWN_NAME.test(callee.name)) return called;
  if (!called.some(({ kind }) => kind === 'unknown') || called.some(({ kind }) => kind === 'function')) return called;
  const own = module.classOf(module.ownerOf(call));
  // What asks others to shut down is none of them.
  const found = (methodsOf(link).get(callee.name) ?? []).filter((fn) => fn.module !== module || module.classOf(fn.function) !== own);
  return found.length > MOST ? called : [...called, ...found];
}

function methodsOf(link: Link): ReadonlyMap<string, readonly FunctionThing[]> {
  const known = methods.get(link);
  if (known) return known;
  const found = new Map<string, FunctionThing[]>();
  for (const module of link.modules.filter(({ path }) => scopeOf(path, link.workspace) === 'source')) {
    for (const { name, fn } of ownMethods(module)) append(found, name, fn);
  }
  methods.set(link, found);
  return found;
}

function ownMethods(module: Module): readonly { readonly name: string; readonly fn: FunctionThing }[] {
  const members = module.facts.classes.flatMap((cls) => cls.members);
  return members.flatMap(({ kind, static: isStatic, name, function: id }) =>
    kind === 'method' && !isStatic && name !== undefined && id !== undefined && OWN_NAME.test(name)
      ? [{ name, fn: functionThing(module, id) }]
      : [],
  );
}
