import type { StrategyFact } from '../../manifests/kubernetes/model.js';
import type { Span } from '../../facts/module-facts.js';
import type { Deployment } from '../deployment/deployment.js';
import { isForeign } from '../deployment/known-images.js';
import { isPatched, workloadsOf, type Workload } from '../deployment/workloads.js';

/** An update during which nobody answers. */
export interface UnsafeRollout {
  readonly workload: Workload;
  readonly strategy: StrategyFact;
  readonly because: 'recreate' | 'unavailable';
  readonly span: Span;
  readonly value: string;
  readonly replicas: number | undefined;
}

export function unsafeRollouts(deployment: Deployment): readonly UnsafeRollout[] {
  return deployment.ask(workloadsOf).flatMap((workload) => {
    const { fact, services } = workload;
    const { strategy, kind } = fact;
    const isUpdated = kind === 'Deployment' || kind === 'DeploymentConfig' || kind === 'DaemonSet';
    if (!strategy || !isUpdated || services.length === 0 || isPatched(workload, 'strategy') || isPatched(workload, 'replicas')) return [];
    if (fact.pod.containers.every(isForeign)) return [];
    return unsafe(workload, strategy);
  });
}

function unsafe(workload: Workload, strategy: StrategyFact): readonly UnsafeRollout[] {
  const { fact } = workload;
  const replicas = fact.replicas?.value;
  const found = { workload, strategy, replicas };
  const { type, maxUnavailable } = strategy;
  // A volume that one pod may hold at a time leaves no other way.
  if (type?.value === 'Recreate' && replicas !== undefined && replicas > 1 && !fact.pod.hasClaims)
    return [{ ...found, because: 'recreate', span: type.span, value: type.value }];
  if (type?.value === 'Recreate' || maxUnavailable?.value === undefined || !takesAll(maxUnavailable.value, replicas)) return [];
  return [{ ...found, because: 'unavailable', span: maxUnavailable.span, value: maxUnavailable.value }];
}

/** Of a percentage of the replicas, a part of a pod counts for nothing. */
function takesAll(value: string, replicas: number | undefined): boolean {
  const [, amount, percent] = /^(\d+)(%?)$/u.exec(value) ?? [];
  if (amount === undefined) return false;
  if (percent === '%') return Number(amount) >= 100;
  return replicas !== undefined && replicas > 0 && Number(amount) >= replicas;
}
