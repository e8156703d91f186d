import type { Service } from '../service.js';
import { blockingCalls, type Blocking } from './blocking.js';
import { probesOf, type Probe } from './probes.js';

export interface BlockingProbe {
  readonly probe: Probe;
  readonly blocking: Blocking;
  readonly because: 'sync' | 'liveness' | 'readiness';
}

/** Probes that keep the platform waiting. */
export function blockingProbes(service: Service): readonly BlockingProbe[] {
  return probesOf(service).flatMap((probe) =>
    blockingCalls(service, probe.fn, { part: probe.part }).flatMap((blocking): readonly BlockingProbe[] => {
      if (blocking.how === 'sync') return [{ probe, blocking, because: 'sync' }];
      if (probe.kind === 'liveness') return [{ probe, blocking, because: 'liveness' }];
      return blocking.bounded === 'no' ? [{ probe, blocking, because: 'readiness' }] : [];
    }),
  );
}
