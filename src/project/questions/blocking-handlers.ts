import type { Role } from '../../catalogue/shape.js';
import type { CallValue } from '../../facts/module-facts.js';
import { append } from '../lists.js';
import type { Service } from '../service.js';
import { contextId } from '../thing.js';
import { blockingCalls, blocksItself, type Blocking } from './blocking.js';
import { handlerFunctions } from './handlers.js';
import { probesOf } from './probes.js';

export interface BlockingHandler {
  readonly blocking: Blocking;
  readonly role: Role;
  /** How many handlers come to the same work, of which this is the first; one repair is enough for all. */
  readonly handlers: number;
}

/** Synchronous work in handlers other than probes, each once: it keeps the probes waiting as well. A library has none, whatever its sockets hear. */
export function blockingHandlers(service: Service): readonly BlockingHandler[] {
  if (service.processes.length === 0) return [];
  const probes = new Set(probesOf(service).map(({ fn }) => contextId(fn)));
  const asked = handlerFunctions(service).filter(
    ({ fn, role }) => !probes.has(contextId(fn)) && role !== 'connection' && role !== 'timer' && role !== 'schedule',
  );
  const handlers = [...new Map(asked.map((handler) => [contextId(handler.fn), handler])).values()];
  const leading = service.reach.leadingTo(service.reach.from(handlers.map(({ fn }) => fn)), blocksItself);
  const found = handlers
    .filter(({ fn }) => leading.has(fn.id))
    .flatMap(({ fn, role }) =>
      blockingCalls(service, fn, { leading })
        .filter(({ how }) => how === 'sync')
        .map((blocking) => ({ blocking, role })),
    );
  const bySource = new Map<CallValue, Omit<BlockingHandler, 'handlers'>[]>();
  for (const one of found) append(bySource, one.blocking.source.call, one);
  return [...bySource.values()].flatMap((same) => {
    const count = new Set(same.map(({ blocking }) => blocking.handler.id)).size;
    return same.slice(0, 1).map((first) => ({ ...first, handlers: count }));
  });
}
