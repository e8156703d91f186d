/** Clients that a process does not use, and which so have opened nothing: a data source for the command line of migrations alone. */
import { LISTENING } from '../callbacks.js';
import type { Process } from '../processes.js';
import type { Service } from '../service.js';
import type { ResourceThing, Thing } from '../thing.js';

/** Of those that open with the first call of a method: whether nothing that the process loads makes one. */
export function neverUsed(service: Service, process: Process, thing: ResourceThing): boolean {
  if (thing.type.lazy !== true || !isReadByAll(service, thing) || isOpened(service, thing)) return false;
  return !service.calls.some(({ module, call }) => {
    if (!process.possible.has(module.functionId(0))) return false;
    const targets = service.link.called({ module, call });
    if (targets.some((target) => isUseOf(target, thing))) return true;
    // What is not of the project may use what it is given.
    const isAway = targets.some(({ kind }) => kind !== 'function' && kind !== 'class' && kind !== 'builtin');
    return isAway && call.args.some((value) => service.link.of(module, value).some(({ id }) => id === thing.id));
  });
}

/** `MongoClient.connect(url)` gives one that is open. */
function isOpened({ link }: Service, { origin }: ResourceThing): boolean {
  return origin !== undefined && link.called(origin).some((target) => target.kind === 'member' && target.member.promise === true);
}

/** A module that is not read may use what it imports. */
function isReadByAll({ link }: Service, { origin }: ResourceThing): boolean {
  return origin !== undefined && !link.workspace.importersOf(origin.module.path).some((file) => link.isPlain(file));
}

/** Something that is only known by its type may be this one. */
function isUseOf(target: Thing, thing: ResourceThing): boolean {
  if (target.kind !== 'member' || !target.receiver || target.member.closes || LISTENING.has(target.name)) return false;
  const { id, origin, typeName } = target.receiver;
  return id === thing.id || (origin === undefined && typeName === thing.typeName);
}
