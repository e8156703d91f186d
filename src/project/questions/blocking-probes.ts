import type { Service } from '../service.js';
import { livenessProbes } from './asked-probes.js';
import { blockingCalls, type Blocking } from './blocking.js';
import { pathsForStaff } from './guarded-probes.js';
import { probesOf, type Probe } from './probes.js';

export interface BlockingProbe {
  readonly probe: Probe;
  readonly blocking: Blocking;
  readonly because: 'sync' | 'liveness' | 'readiness';
}

/** Probes that keep the platform waiting. */
export function blockingProbes(service: Service): readonly BlockingProbe[] {
  return allProbes(service).flatMap((probe) =>
    blockingCalls(service, probe.fn, { part: probe.part }).flatMap((blocking): readonly BlockingProbe[] => {
      if (blocking.how === 'sync') return [{ probe, blocking, because: 'sync' }];
      if (probe.kind === 'liveness') return [{ probe, blocking, because: 'liveness' }];
      return blocking.bounded === 'no' ? [{ probe, blocking, because: 'readiness' }] : [];
    }),
  );
}

/** What a manifest says of a handler counts for more than the name of its path. */
function allProbes(service: Service): readonly Probe[] {
  const asked = livenessProbes(service);
  const forStaff = pathsForStaff(service);
  const isAsked = (probe: Probe): boolean => asked.some(({ fn, part }) => fn.id === probe.fn.id && part?.[0] === probe.part?.[0]);
  const others = probesOf(service).filter((probe) => !isAsked(probe) && !forStaff.has(probe.path));
  return [...asked.filter((one, index) => isFirst(asked, one, index)), ...others];
}

/** Several workloads may ask one handler. */
function isFirst(all: readonly Probe[], { fn, part }: Probe, index: number): boolean {
  return all.findIndex((one) => one.fn.id === fn.id && one.part?.[0] === part?.[0]) === index;
}
