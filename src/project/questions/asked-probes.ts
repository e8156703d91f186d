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

/** Whether a platform may ask for the path: in Kubernetes it asks what the manifests say, and another one may where any of them has the path. */
export function mayBeAsked(service: Service, path: string): boolean {
  const { liveness, readiness } = service.settings.probes;
  const deployment = asked(service, deploymentAround);
  if (!deployment || !asksForLiveness(deployment) || [...liveness, ...readiness].includes(path)) return true;
  const paths = askedPaths(deployment, service);
  const tail = path.slice(path.lastIndexOf('/'));
  if (paths === undefined || paths.includes(path)) return true;
  return deployment.files.some((file) => {
    const text = deployment.text(file.path) ?? '';
    return text.includes(tail) && !DESCRIPTION.test(text);
  });
}

/** Of an interface: it names the paths that are served, whoever asks. */
const DESCRIPTION = /^["']?(?:openapi|swagger)["']?\s*:/mu;

/** The paths of all probes of the service; undefined when it has none, or one is not known. */
function askedPaths(deployment: Deployment, service: Service): readonly string[] | undefined {
  const workloads = deployment.ask(workloadsOf);
  const own = workloads.flatMap((workload) => {
    const isPatchedSomewhere = ['livenessProbe', 'readinessProbe', 'startupProbe'].some((field) => isPatched(workload, field));
    const containers = workload.containers.filter((one) => one.source?.running?.service === service);
    return containers.map(({ fact }) => (isPatchedSomewhere ? [] : Object.values(fact.probes)));
  });
  const found = own.map((probes) => probes.map((probe) => (probe.isWhole ? pathOf(probe) : undefined)));
  if (found.length === 0 || found.some((paths) => paths.length === 0)) return undefined;
  const paths = found.flat();
  return paths.every((path) => path !== undefined) ? paths : undefined;
}

/** Before anything is joined: most repositories have no such manifest. */
function asksForLiveness(deployment: Deployment): boolean {
  return deployment
    .ask(clusterOf)
    .workloads.some(({ fact }) => fact.pod.containers.some(({ probes }) => pathOf(probes.liveness) !== undefined));
}
