import type { ProbeFact } from '../../manifests/kubernetes/model.js';
import type { Stated } from '../../manifests/stated.js';
import type { Deployment } from '../deployment/deployment.js';
import { isForeign } from '../deployment/known-images.js';
import { isPatched, workloadsOf, type Container, type Workload } from '../deployment/workloads.js';

/** A liveness probe that waits a fixed time for a slow start. */
export interface SlowStart {
  readonly workload: Workload;
  readonly container: Container;
  readonly liveness: ProbeFact;
  readonly delay: Stated<number> & { readonly value: number };
}

/** From here on the delay is there for the start, and not for the network. Seconds. */
const SLOW = 30;

export function slowStarts(deployment: Deployment): readonly SlowStart[] {
  return deployment.ask(workloadsOf).flatMap((workload) => {
    if (workload.fact.isTask || isPatched(workload, 'startupProbe')) return [];
    return workload.containers.flatMap((container): readonly SlowStart[] => {
      const { probes, place } = container.fact;
      const delay = probes.liveness?.initialDelaySeconds;
      if (!probes.liveness?.isWhole || probes.startup || !place.isWhole || isForeign(container.fact)) return [];
      if (delay?.value === undefined || delay.value < SLOW) return [];
      return [{ workload, container, liveness: probes.liveness, delay: { ...delay, value: delay.value } }];
    });
  });
}
