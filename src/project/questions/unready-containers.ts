import type { Deployment } from '../deployment/deployment.js';
import { isNodeServer, portOf, servingContainers } from '../deployment/traffic.js';
import { isPatched, workloadsOf, type Container, type Workload } from '../deployment/workloads.js';
import { probesOf } from './probes.js';

/** A container that gets requests from the moment it runs. */
export interface UnreadyContainer {
  readonly workload: Workload;
  readonly container: Container;
  /** What a readiness probe could ask: the service's own path, and the port. */
  readonly path: string | undefined;
  readonly port: string | number | undefined;
}

export function unreadyContainers(deployment: Deployment): readonly UnreadyContainer[] {
  return deployment.ask(workloadsOf).flatMap((workload) => {
    if (workload.fact.isTask || isPatched(workload, 'readinessProbe')) return [];
    return servingContainers(workload)
      .filter((container) => container.fact.place.isWhole && !container.fact.probes.readiness && isNodeServer(container))
      .map((container) => ({ workload, container, path: readinessPath(container), port: portOf(workload, container.fact) }));
  });
}

function readinessPath({ source }: Container): string | undefined {
  if (!source?.running) return undefined;
  const { service, process } = source.running;
  const probes = probesOf(service).filter(({ fn, path }) => process.possible.has(fn.id) && path.startsWith('/'));
  return (probes.find(({ path }) => /ready/iu.test(path)) ?? probes.find(({ kind }) => kind === 'readiness'))?.path;
}
