/** What is opened here, and is somebody else's from then on. */
import type { Value } from '../../facts/module-facts.js';
import type { CallSite, Module } from '../module.js';
import { factoriesIn } from '../provisions.js';
import type { Service } from '../service.js';
import { awaited, type ResourceThing } from '../thing.js';

/** Given to something unseen that may close it. */
export function isHandedOver(service: Service, thing: ResourceThing, opened: CallSite): boolean {
  if (isFactoryHanded(service, thing, opened) || isPutInLibrary(service, thing)) return true;
  return service.calls.some(
    ({ module, call }) =>
      call !== opened.call &&
      service.link.called({ module, call }).some((target) => target.kind === 'unknown' || target.kind === 'external') &&
      call.args.some((value) => service.link.of(module, value).some((one) => one.id === thing.id)),
  );
}

/** Returned by a function that is given to a library, which calls it and has the result: `asFunction(() => new Pool())`. */
function isFactoryHanded(service: Service, thing: ResourceThing, { module, owner }: CallSite): boolean {
  if (owner === 0 || isProvider(service, module, owner) || !gives(service, thing, module, owner)) return false;
  return module.calls.some(
    (site) =>
      site.call.args.some((value) => holdsFunction(value, owner)) &&
      service.link.called(site).every((target) => target.kind !== 'function' && target.kind !== 'class' && target.kind !== 'builtin'),
  );
}

function gives({ link }: Service, { id }: ResourceThing, module: Module, owner: number): boolean {
  return (module.returns.get(owner) ?? []).some((value) => awaited(link.of(module, value)).some((thing) => thing.id === id));
}

/** Itself, or among the options. */
function holdsFunction(value: Value, owner: number): boolean {
  if (value.kind === 'object') return value.properties.some((property) => holdsFunction(property.value, owner));
  return value.kind === 'function' && value.function === owner;
}

/** What a container makes for others by a factory, it does not close. */
function isProvider({ link }: Service, module: Module, owner: number): boolean {
  return factoriesIn(link, module).some((fn) => fn.module === module && fn.function === owner);
}

/** Made a part of what a library has made itself: `io.engine.ws = new Server({ noServer: true })`. */
function isPutInLibrary({ link, modules }: Service, thing: ResourceThing): boolean {
  return modules.some((module) =>
    module.facts.memberWrites.some(({ object, value }) => {
      if (object.kind !== 'member' || !link.of(module, value).some(({ id }) => id === thing.id)) return false;
      const owners = link.of(module, object);
      return owners.length > 0 && owners.every(({ kind }) => kind === 'resource');
    }),
  );
}
