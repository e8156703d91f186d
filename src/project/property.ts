import type { Library, Member, TypeName } from '../catalogue/shape.js';
import { instanceMember, ofFunction, staticNames } from './classes.js';
import { collected } from './collected.js';
import { elementAt, elements } from './elements.js';
import { exported, exportedNames, wholeExport } from './imports.js';
import type { Link } from './link.js';
import { ofInstance } from './overrides.js';
import { hasOwnMember, ownMembers } from './subclasses.js';
import {
  awaited,
  builtinThing,
  memberThing,
  resourceThing,
  union,
  UNKNOWN,
  type MemberThing,
  type ObjectThing,
  type PromiseThing,
  type ResourceThing,
  type Thing,
  type Things,
} from './thing.js';
import { ofExternal, setOn, writtenTo } from './written.js';

/** A call to the dependency that the catalogue does not describe one by one: `prisma.user.findMany()`. */
const DEPENDENCY_CALL: Member = { io: true, promise: true };

/** What every object, or every text, has asks no dependency: `pool.host.startsWith('/')`. */
const OF_ANY_OBJECT = new Set(
  `toString toLocaleString valueOf hasOwnProperty isPrototypeOf toJSON constructor
   startsWith endsWith toLowerCase toUpperCase trimStart trimEnd padStart padEnd charAt charCodeAt substring localeCompare`.split(/\s+/u),
);

const FUNCTION_METHODS = new Set(['bind', 'call', 'apply']);
const PROMISE_METHODS = new Set(['then', 'catch', 'finally']);

/** What a property of a thing may be. */
function of(link: Link, thing: Thing, name: string): Things {
  return link.property(`${thing.id}.${name}`, () => lookUp(link, thing, name));
}

function lookUp(link: Link, thing: Thing, name: string): Things {
  switch (thing.kind) {
    case 'class':
      return ofFunction(thing, name) ?? orWritten(link, thing, name, instanceMember(link, thing, name));
    case 'instance':
      return ofInstance(link, thing, name);
    case 'object':
      return orWritten(link, thing, name, objectProperty(link, thing, name));
    case 'collection':
      return /^\d+$/u.test(name) ? elementAt(link, thing, Number(name)) : [builtinThing(name, thing)];
    case 'namespace':
      return namespaceProperty(link, thing, name);
    case 'member':
      return memberProperty(link, thing, name);
    case 'resource':
      return hasOwnMember(link, thing, name) ? ownMember(link, thing, name) : resourceProperty(link, thing, name);
    case 'promise':
      return PROMISE_METHODS.has(name) ? [builtinThing(name, thing)] : ofSettled(link, thing, name);
    case 'function':
    case 'promisified':
      return FUNCTION_METHODS.has(name) ? [builtinThing(name, thing)] : orWritten(link, thing, name, []);
    case 'external':
      return ofExternal(link, thing, name);
    case 'constant':
      return [];
    default:
      return UNKNOWN;
  }
}

/** Code that runs reads no such property of a promise: an older version of the library gave the thing itself. */
function ofSettled(link: Link, thing: PromiseThing, name: string): Things {
  const known = awaited(thing.of).filter(({ kind }) => kind === 'resource');
  return known.length === 0 ? UNKNOWN : union(...known.map((inner) => of(link, inner, name)));
}

/** Reading with a key that is not known: an element of a collection, any property of an object. */
function any(link: Link, thing: Thing): Things {
  return link.property(`${thing.id}.*`, () => anyOf(link, thing));
}

function anyOf(link: Link, thing: Thing): Things {
  if (thing.kind === 'collection') return elements(link, thing);
  if (thing.kind === 'object')
    return union(writtenTo(link, thing, '*'), ...thing.value.properties.map((property) => link.of(thing.module, property.value)));
  const names = thing.kind === 'class' ? staticNames(thing) : thing.kind === 'namespace' ? exportedNames(thing.module) : [];
  if (names.length > 0) return union(...names.map((name) => of(link, thing, name)));
  return thing.kind === 'constant' ? [] : UNKNOWN;
}

function orWritten(link: Link, thing: Thing, name: string, found: Things): Things {
  const written = writtenTo(link, thing, name);
  if (found.length === 0 && written.length === 0) return UNKNOWN;
  return union(found, written);
}

function objectProperty(link: Link, thing: ObjectThing, name: string): Things {
  const named = thing.value.properties.filter((property) => property.name === name);
  const last = named.at(-1);
  if (last?.kind === 'get')
    return union(...link.of(thing.module, last.value).map((getter) => (getter.kind === 'function' ? link.returned(getter) : UNKNOWN)));
  if (last) return link.of(thing.module, last.value);
  const spreads = thing.value.properties.filter((property) => property.kind === 'spread');
  return union(...spreads.flatMap((spread) => link.of(thing.module, spread.value)).map((inner) => of(link, inner, name)));
}

function namespaceProperty(link: Link, thing: Extract<Thing, { kind: 'namespace' }>, name: string): Things {
  const direct = exported(link, thing.module, name);
  if (direct.length > 0 || name === 'default') return direct;
  const whole = wholeExport(link, thing.module);
  const found = union(...whole.map((inner) => of(link, inner, name)));
  return found.length > 0 ? found : UNKNOWN;
}

function memberProperty(link: Link, thing: MemberThing, name: string): Things {
  if (FUNCTION_METHODS.has(name)) return [builtinThing(name, thing)];
  const inner = thing.member.members?.[name];
  if (inner && Object.hasOwn(thing.member.members ?? {}, name)) return read(link, thing.library, name, inner);
  const itself = thing.name === 'default' && thing.member.is !== undefined ? typed(link, thing.library, thing.member.is) : [];
  if (name === 'default') return itself.length > 0 ? itself : [thing];
  if (itself.length > 0) return union(...itself.map((whole) => of(link, whole, name)));
  if (thing.name === 'default') {
    const member = link.knowledge.exported(thing.library, name);
    if (member) return read(link, thing.library, name, member);
  }
  if (thing.member === DEPENDENCY_CALL && thing.receiver && !OF_ANY_OBJECT.has(name))
    return [memberThing(thing.library, name, DEPENDENCY_CALL, thing.receiver)];
  return UNKNOWN;
}

/** What the project's class adds to the library's. */
function ownMember(link: Link, thing: ResourceThing, name: string): Things {
  return union(thing.subclass ? ownMembers(link, thing.subclass, name) : [], writtenTo(link, thing, name));
}

function resourceProperty(link: Link, thing: ResourceThing, name: string): Things {
  const named = { library: thing.library, name: thing.typeName, type: thing.type };
  const found = link.knowledge.typeMember(named, name);
  const written = union(writtenTo(link, thing, name), setOn(link, thing, name));
  if (found?.member.is !== undefined) return union(written, typed(link, found.from.library, found.member.is, thing));
  if (found?.member.collection !== undefined)
    return union(written, collected(link, typed(link, found.from.library, found.member.collection, thing), thing, name));
  if (found) return union(written, [memberThing(found.from.library, name, found.member, thing)]);
  if (written.length > 0) return written;
  const beside = thing.library.exports['default']?.is === thing.typeName ? thing.library.exports[name] : undefined;
  if (beside && name !== 'default') return read(link, thing.library, name, beside);
  if (EMITTER_METHODS.has(name) && link.knowledge.isEmitter(named)) return [memberThing(thing.library, name, EMITTER_METHOD, thing)];
  return thing.type.anyCallIsIo && !OF_ANY_OBJECT.has(name) ? [memberThing(thing.library, name, DEPENDENCY_CALL, thing)] : UNKNOWN;
}

const EMITTER_METHODS = new Set(
  'on once addListener prependListener prependOnceListener off removeListener removeAllListeners emit setMaxListeners'.split(' '),
);
const EMITTER_METHOD: Member = { returns: 'this' };

/** A thing of a type, as a library hands it out; one that belongs to `owner` shares its origin. */
function typed(link: Link, library: Library, name: TypeName, owner?: ResourceThing): Things {
  const type = link.knowledge.type(name, library);
  return type ? [resourceThing(type.library, type.name, type.type, owner?.origin)] : UNKNOWN;
}

/** What reading an exported member of a library gives. */
function read(link: Link, library: Library, name: string, member: Member): Things {
  return member.is === undefined ? [memberThing(library, name, member)] : typed(link, library, member.is);
}

export const property = { of, any, typed, read, inherited: resourceProperty };
