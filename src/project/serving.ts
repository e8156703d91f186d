import type { Library } from '../catalogue/shape.js';
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
    const instead = new Map(Object.entries(library.serving?.until ?? {})).get(hook);
    if (instead !== undefined && isLive(service, (thing) => isServerOf(service, library, thing), fn)) return { serving: { hook, instead } };
  }
  return {};
}

/** The servers whose work is over when `onApplicationShutdown()` is called. */
export function drainedServers(service: Service, fn: FunctionThing): readonly ResourceThing[] {
  const hook = fn.module.function(fn.function)?.name ?? '';
  const libraries = lifecycleLibraries(service, fn.module).filter(({ serving }) => Object.values(serving?.until ?? {}).includes(hook));
  const starts = service.processesLoading(fn.module).flatMap((process) => process.starts);
  return starts.flatMap(({ thing }) => (libraries.some((library) => isServerOf(service, library, thing)) ? [thing] : []));
}

function isServerOf({ link }: Service, { name: from, serving }: Library, { library, typeName: name, type }: ResourceThing): boolean {
  return serving !== undefined && link.knowledge.extendsType({ library, name, type }, from, serving.by);
}

function isLive(service: Service, isServer: (thing: ResourceThing) => boolean, fn?: FunctionThing): boolean {
  const processes = fn ? service.processesLoading(fn.module) : service.processes;
  return processes.some(({ starts, listeners }) => listeners.length > 0 && starts.some(({ thing }) => isServer(thing)));
}
