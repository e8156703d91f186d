import type { Handover } from './callbacks.js';
import { lifecycleLibraries } from './lifecycle.js';
import type { Service } from './service.js';
import type { FunctionThing, ResourceThing } from './thing.js';

/** A step of a shutdown that comes while its framework still takes work. */
export interface Serving {
  /** The name of the step, and of the one that comes once the work is over. */
  readonly hook: string;
  readonly instead: string;
}

/** `fastify.addHook('preClose', …)` of a server that listens. */
export function servingHook(service: Service, { spec, target }: Handover): { readonly serving?: Serving } {
  const receiver = target.kind === 'member' ? target.receiver : undefined;
  if (
    spec?.serving === undefined ||
    !receiver ||
    !isLive(service, ({ typeName, library }) => typeName === receiver.typeName && library === receiver.library)
  )
    return {};
  return { serving: { hook: String(spec.if?.is ?? ''), instead: spec.serving } };
}

/** `onModuleDestroy()` of a provider in a process with a Nest application. */
export function servingMethod(service: Service, fn: FunctionThing): { readonly serving?: Serving } {
  const hook = fn.module.function(fn.function)?.name ?? '';
  for (const library of lifecycleLibraries(service, fn.module)) {
    const { by, until } = library.serving ?? { by: '', until: {} };
    const instead = Object.hasOwn(until, hook) ? until[hook] : undefined;
    const { knowledge } = service.link;
    const isServer = ({ library: owner, typeName: name, type }: ResourceThing): boolean =>
      knowledge.extendsType({ library: owner, name, type }, library.name, by);
    if (instead !== undefined && isLive(service, isServer, fn)) return { serving: { hook, instead } };
  }
  return {};
}

function isLive(service: Service, isServer: (thing: ResourceThing) => boolean, fn?: FunctionThing): boolean {
  const processes = fn ? service.processesLoading(fn.module) : service.processes;
  return processes.some(({ starts, listeners }) => listeners.length > 0 && starts.some(({ thing }) => isServer(thing)));
}
