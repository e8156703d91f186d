/** Functions that run when something is only read: `static get client() { return this.only ??= new Redis(); }`. */
import { walkSteps } from '../facts/walk.js';
import { superclasses } from './classes.js';
import type { Link } from './link.js';
import { append } from './lists.js';
import type { Module } from './module.js';
import { functionThing, objectThing, type FunctionThing, type Thing } from './thing.js';

/** A getter, and whose it is: of a class, of its objects, or of an object literal. */
interface Getter {
  readonly fn: FunctionThing;
  readonly of: string;
}

interface NamedGetter {
  readonly name: string;
  readonly getter: Getter;
}

type Getters = ReadonlyMap<string, readonly Getter[]>;

const known = new WeakMap<Link, Getters>();

/** The getters that a body reads itself. */
export function gettersRead(link: Link, { module, function: id }: FunctionThing): readonly FunctionThing[] {
  const getters = gettersOf(link);
  if (getters.size === 0) return [];
  const read = new Map<string, FunctionThing>();
  walkSteps(module.function(id)?.body ?? [], (value) => {
    if (value.kind !== 'member') return;
    const named = getters.get(value.name ?? '') ?? [];
    if (named.length === 0) return;
    const owners = link.of(module, value.object).flatMap((thing) => familyOf(link, thing));
    for (const { fn, of } of named) if (owners.includes(of)) read.set(fn.id, fn);
  });
  return [...read.values()];
}

/** The thing and, for a class of the project, what it inherits from. */
function familyOf(link: Link, thing: Thing): readonly string[] {
  if (thing.kind === 'object') return [thing.id];
  if (thing.kind === 'resource' && thing.subclass) return familyOfClass(link, thing.subclass.module, thing.subclass.class, false);
  return thing.kind === 'class' || thing.kind === 'instance' ? familyOfClass(link, thing.module, thing.class, thing.kind === 'class') : [];
}

function familyOfClass(link: Link, module: Module, cls: number, isStatic: boolean): readonly string[] {
  const family = new Map([[nameOf(module, cls, isStatic), { module, class: cls }]]);
  for (const one of family.values())
    superclasses(link, one.module, one.class).forEach((parent) => family.set(nameOf(parent.module, parent.class, isStatic), parent));
  return [...family.keys()];
}

function nameOf(module: Module, cls: number, isStatic: boolean): string {
  return `${module.key}#${String(cls)}${isStatic ? '.' : ''}`;
}

function gettersOf(link: Link): Getters {
  const before = known.get(link);
  if (before) return before;
  const getters = new Map<string, Getter[]>();
  for (const { name, getter } of link.modules.flatMap(gettersIn)) append(getters, name, getter);
  known.set(link, getters);
  return getters;
}

function gettersIn(module: Module): readonly NamedGetter[] {
  return [...gettersOfClasses(module), ...gettersOfObjects(module)];
}

/** `{ get pool() { … } }`. */
function gettersOfObjects(module: Module): readonly NamedGetter[] {
  return module.tables.flatMap((table) =>
    table.properties.flatMap(({ kind, name, value }) =>
      kind === 'get' && name !== undefined && value.kind === 'function'
        ? [{ name, getter: { fn: functionThing(module, value.function), of: objectThing(module, table).id } }]
        : [],
    ),
  );
}

function gettersOfClasses(module: Module): readonly NamedGetter[] {
  return module.facts.classes.flatMap(({ members }, cls) =>
    members.flatMap(({ kind, name, function: fn, static: isStatic }) =>
      kind === 'get' && name !== undefined && fn !== undefined
        ? [{ name, getter: { fn: functionThing(module, fn), of: nameOf(module, cls, isStatic) } }]
        : [],
    ),
  );
}
