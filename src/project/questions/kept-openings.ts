/** What a piece of work opens when it needs it first, and leaves open for the work that comes after. */
import type { Target, Value } from '../../facts/module-facts.js';
import { allValues } from '../../facts/walk.js';
import { constructorOf } from '../classes.js';
import { branches, mentions } from '../guards.js';
import type { CallSite, Module } from '../module.js';
import type { Service } from '../service.js';
import { isStatic } from '../statics.js';
import { awaited, classThing, functionThing, type ClassThing } from '../thing.js';

export function isKept(service: Service, site: CallSite): boolean {
  return isKeptByModule(service, site) || isKeptByObject(service, site);
}

/** By a module or a class: `pool ??= new Pool()`, `store ??= await createStore()`, `Store.instance ??= new Store()`, where the store has opened it for itself. */
function isKeptByModule(service: Service, { module, call, owner }: CallSite): boolean {
  const { calls, classes } = keptByModules(service);
  if (calls.has(call)) return true;
  return [...classes].some((thing) => thing.module === module && opensForItself(service, thing, { module, call, owner }));
}

/** In a field, or for one in its constructor. */
function opensForItself(service: Service, thing: ClassThing, { module, call, owner }: CallSite): boolean {
  if (module.class(thing.class)?.members.some(({ value }) => value === call)) return true;
  return (
    module.classOf(owner) === thing.class &&
    module.facts.memberWrites.some(
      (write) => write.owner === owner && write.object.kind === 'this' && gives(service, module, write.value, call),
    )
  );
}

interface Kept {
  /** That open it. */
  readonly calls: ReadonlySet<Value>;
  readonly classes: ReadonlySet<ClassThing>;
}

const known = new WeakMap<Service, Kept>();

function keptByModules(service: Service): Kept {
  const before = known.get(service);
  if (before) return before;
  const things = service.modules.flatMap((module) =>
    keptValues(service, module).flatMap((value) => awaited(service.link.of(module, value))),
  );
  const classes = things.flatMap((thing) => (thing.kind === 'instance' ? [classThing(thing.module, thing.class)] : []));
  const kept = {
    calls: new Set(things.flatMap((thing) => (thing.kind === 'resource' && thing.origin ? [thing.origin.call] : []))),
    classes: new Set(new Map(classes.map((thing) => [thing.id, thing])).values()),
  };
  known.set(service, kept);
  return kept;
}

/** What variables of the module, and static properties, are given. */
function keptValues({ link }: Service, module: Module): readonly Value[] {
  const given = module.facts.bindings.flatMap(({ owner, sources }) =>
    sources.flatMap(({ value, path }) => (owner === 0 && value && path.length === 0 ? [value] : [])),
  );
  const written = module.facts.memberWrites.filter(({ object, owner }) =>
    object.kind === 'this'
      ? isStatic(module, owner)
      : object.kind === 'reference' && link.of(module, object).some(({ kind }) => kind === 'class'),
  );
  return [...given, ...written.map(({ value }) => value)];
}

function gives({ link }: Service, module: Module, value: Value, call: CallSite['call']): boolean {
  if (value === call || (value.kind === 'await' && value.value === call)) return true;
  const isAround = value.span[0] <= call.span[0] && call.span[1] <= value.span[1];
  return isAround && awaited(link.of(module, value)).some((thing) => thing.kind === 'resource' && thing.origin?.call === call);
}

/** In a property, asked for first, of an object that outlives the work: `if (!this.client) this.client = createClient()`. */
function isKeptByObject(service: Service, { module, call, owner }: CallSite): boolean {
  const body = module.function(owner)?.body ?? [];
  return allValues(body).some((value) => {
    if (value.kind !== 'assign' || value.target.kind !== 'member' || value.target.name === undefined) return false;
    if (!gives(service, module, value.value, call) || !outlives(service, module, owner, value.target)) return false;
    const name = new Set([`.${value.target.name}`]);
    const isAsked = branches(body).some(({ test, span }) => span[0] <= value.span[0] && mentions(test, name));
    return isAsked || value.operator === '??=' || value.operator === '||=';
  });
}

/** No piece of work makes the object. */
function outlives(service: Service, module: Module, owner: number, { object }: Extract<Target, { kind: 'member' }>): boolean {
  if (object.kind === 'global') return object.name === 'global' || object.name === 'globalThis';
  if (object.kind === 'reference') return module.facts.bindings[object.binding]?.owner === 0;
  const cls = module.classOf(owner);
  return object.kind === 'this' && cls !== undefined && (isStatic(module, owner) || isMadeOnce(service, module, cls));
}

/** Made by a framework as a provider, or where no work is done. */
function isMadeOnce(service: Service, module: Module, cls: number): boolean {
  if ((module.class(cls)?.decorators ?? []).length > 0) return true;
  const thing = classThing(module, cls);
  const constructors = constructorOf(service.link, thing).flatMap((one) => (one.kind === 'function' ? [one] : []));
  const callers = constructors.flatMap((fn) => service.link.callers(fn).map(({ site }) => site));
  const news = service.calls.filter((site) => site.call.construct && service.link.called(site).some(({ id }) => id === thing.id));
  const makers = [...callers, ...news].map((site) => functionThing(site.module, site.owner));
  return makers.length > 0 && !makers.some(({ id }) => service.perWork.has(id));
}
