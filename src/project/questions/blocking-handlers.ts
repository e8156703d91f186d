import type { Role } from '../../catalogue/shape.js';
import type { Service } from '../service.js';
import { contextId } from '../thing.js';
import { blockingCalls, type Blocking } from './blocking.js';
import { handlerFunctions } from './handlers.js';
import { probesOf } from './probes.js';

export interface BlockingHandler {
  readonly blocking: Blocking;
  readonly role: Role;
}

/** Synchronous work in handlers other than probes: it keeps the probes waiting as well. */
export function blockingHandlers(service: Service): readonly BlockingHandler[] {
  const probes = new Set(probesOf(service).map(({ fn }) => contextId(fn)));
  const handlers = handlerFunctions(service).filter(
    ({ fn, role }) => !probes.has(contextId(fn)) && role !== 'connection' && role !== 'timer' && role !== 'schedule',
  );
  return handlers.flatMap(({ fn, role }) =>
    blockingCalls(service, fn)
      .filter(({ how }) => how === 'sync')
      .map((blocking) => ({ blocking, role })),
  );
}
