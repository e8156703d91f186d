import { deploymentAround } from '../deployment/around.js';
import { clusterOf } from '../deployment/cluster.js';
import type { Deployment } from '../deployment/deployment.js';
import { handlersOf, pathOf } from '../deployment/probe-targets.js';
import { isPatched, workloadsOf } from '../deployment/workloads.js';
import { asked } from '../reads.js';
import type { Service } from '../service.js';
import type { Probe } from './probes.js';
import { sharedProbes } from './shared-probes.js';

/** The handlers that a manifest makes liveness probes, whatever their path. */
export function livenessProbes(service: Service): readonly Probe[] {
  const deployment = asked(service, deploymentAround);
  if (!deployment || !asksForLiveness(deployment)) return [];
  // Where readiness asks the same, and no later, the manifest is what has to change.
  const shared = new Set(deployment.ask(sharedProbes).map(({ container }) => container));
  return deployment.ask(workloadsOf).flatMap((workload) => {
    if (isPatched(workload, 'livenessProbe')) return [];
    const containers = workload.containers.filter((one) => one.source?.running?.service === service && !shared.has(one));
    return containers.flatMap((container) => {
      const { liveness } = container.fact.probes;
      const path = liveness?.isWhole === true ? pathOf(liveness) : undefined;
      if (!liveness || path === undefined || service.settings.probes.readiness.includes(path)) return [];
      const askedAt = deployment.place(workload.file, liveness.keySpan);
      return handlersOf(container, path).map((answering): Probe => ({ kind: 'liveness', path, askedAt, ...answering }));
    });
  });
}

/** Before anything is joined: most repositories have no such manifest. */
function asksForLiveness(deployment: Deployment): boolean {
  return deployment
    .ask(clusterOf)
    .workloads.some(({ fact }) => fact.pod.containers.some(({ probes }) => pathOf(probes.liveness) !== undefined));
}
