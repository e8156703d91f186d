/** What a piece of work opens when it needs it first, and leaves open for the work that comes after. */
import type { Target, Value } from '../../facts/module-facts.js';
import { allValues } from '../../facts/walk.js';
import { constructorOf } from '../classes.js';
import { branches, mentions } from '../guards.js';
import type { CallSite, Module } from '../module.js';
import type { Service } from '../service.js';
import { isStatic } from '../statics.js';
import { awaited, classThing, functionThing } from '../thing.js';

export function isKept(service: Service, site: CallSite): boolean {
  return isKeptByModule(service, site) || isKeptByObject(service, site);
}

/** In a variable of the module: `pool ??= new Pool()`. */
function isKeptByModule(service: Service, { module, call }: CallSite): boolean {
  return module.facts.bindings.some(
    ({ owner, sources }) =>
      owner === 0 && sources.some(({ value, path }) => value && path.length === 0 && gives(service, module, value, call)),
  );
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
