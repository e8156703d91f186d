import type { Span } from '../../facts/module-facts.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { arrivals, waitingImports } from './arrivals.js';
import { isTerminating } from './shutdown-roots.js';

export interface LateListener {
  readonly listener: SignalListener;
  /** The wait that comes first. */
  readonly after: CallSite;
  /** The imports of the listener's module that wait for it. */
  readonly imports: readonly Span[];
}

/** Registrations that a starting process reaches only after it has waited for something. */
export function lateListeners(service: Service): readonly LateListener[] {
  return service.processes.flatMap((process) => {
    const reached = arrivals(service, process);
    const listeners = process.listeners.filter(
      (listener) => isTerminating(listener) && listener.signals.some((signal) => signal === 'SIGTERM' || signal === '*'),
    );
    const early = listeners.some((listener) => {
      if (listener.awaited) return true;
      const arrival = reached.get(listener.site.call);
      return arrival === 'early' || arrival === undefined;
    });
    if (early) return [];
    return listeners
      .filter((listener) => !comesWithThing(service, listener))
      .slice(0, 1)
      .flatMap((listener) => {
        const after = reached.get(listener.site.call);
        return after === undefined || after === 'early'
          ? []
          : [{ listener, after, imports: waitingImports(service, listener.site.module) }];
      });
  });
}

/** It is part of what the service opens, as that of `new ApolloServer()`, and comes when that is there. */
function comesWithThing({ link }: Service, { site, library }: SignalListener): boolean {
  return library !== undefined && link.called(site).some((target) => target.kind === 'member' && target.member.opens === true);
}
