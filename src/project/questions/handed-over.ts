/** What is opened here, and is somebody else's from then on. */
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import type { ResourceThing } from '../thing.js';

/** Given to something unseen that may close it. */
export function isHandedOver(service: Service, thing: ResourceThing, opened: CallSite): boolean {
  if (isFactoryHanded(service, opened) || isPutInLibrary(service, thing)) return true;
  return service.calls.some(
    ({ module, call }) =>
      call !== opened.call &&
      service.link.called({ module, call }).some((target) => target.kind === 'unknown' || target.kind === 'external') &&
      call.args.some((value) => service.link.of(module, value).some((one) => one.id === thing.id)),
  );
}

/** Returned by a function that is given to a library, which calls it and has the result: `asFunction(() => new Pool())`. */
function isFactoryHanded(service: Service, { module, call, owner }: CallSite): boolean {
  if (owner === 0 || !(module.returns.get(owner) ?? []).includes(call)) return false;
  return module.calls.some(
    (site) =>
      site.call.args.some((value) => value.kind === 'function' && value.function === owner) &&
      service.link.called(site).every((target) => target.kind !== 'function' && target.kind !== 'class' && target.kind !== 'builtin'),
  );
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
