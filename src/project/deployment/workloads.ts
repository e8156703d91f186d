import path from 'node:path';
import type { ContainerFact, ServiceFact, WorkloadFact } from '../../manifests/kubernetes/model.js';
import { chartOf } from './charts.js';
import { clusterOf, type At, type Cluster } from './cluster.js';
import type { Deployment } from './deployment.js';
import { patchesFor, type Patch } from './patches.js';
import { sourcesOf, type Source } from './workload-sources.js';

/** Something that makes pods, with all that the repository says of it. */
export interface Workload extends At<WorkloadFact> {
  readonly containers: readonly Container[];
  /** The Services that send requests to its pods. */
  readonly services: readonly At<ServiceFact>[];
  /** An Ingress or the like sends requests from outside. */
  readonly isPublic: boolean;
  /** What overlays may change in it. */
  readonly patches: readonly Patch[];
}

export interface Container {
  readonly workload: At<WorkloadFact>;
  readonly fact: ContainerFact;
  /** The code that it runs; undefined when it is not known, or none of this repository. */
  readonly source: Source | undefined;
}

/** All workloads of the repository. */
export function workloadsOf(deployment: Deployment): readonly Workload[] {
  const cluster = deployment.ask(clusterOf);
  const whole = cluster.workloads.filter(({ file, fact }) => !fact.isDeletion && fact.isComplete && !isForTests(deployment, file));
  const sources = sourcesOf(deployment, whole);
  return whole.map((workload) => {
    const services = servicesFor(deployment, cluster, workload);
    return {
      ...workload,
      containers: workload.fact.pod.containers.map((fact) => ({ workload, fact, source: sources.get(fact) })),
      services,
      patches: patchesFor(deployment, workload),
      isPublic: services.some(({ fact: { name } }) => cluster.routes.some(({ fact }) => fact.services.some((one) => isNamed(one, name)))),
    };
  });
}

/** What end-to-end tests put into a cluster, and what tests of tools for clusters read. Elsewhere than at the top `test` may be a stage. */
const TESTS = /(?:^|\/)(?:e2e|__tests__|(?:__)?fixtures(?:__)?|testdata)\/|^tests?\//u;

function isForTests({ root }: Deployment, file: string): boolean {
  return TESTS.test(path.relative(root, file).split(path.sep).join('/'));
}

/** Whether an overlay may write a field, wherever in the workload. */
export function isPatched({ patches }: Workload, field: string): boolean {
  return patches.some(({ text }) => text.includes(field));
}

function isNamed(reference: string, name: string | undefined): boolean {
  return name !== undefined && reference.split('.')[0] === name;
}

function servicesFor(deployment: Deployment, cluster: Cluster, workload: At<WorkloadFact>): readonly At<ServiceFact>[] {
  const chart = chartOf(deployment, workload.file);
  return cluster.services.filter(
    (service) =>
      chartOf(deployment, service.file) === chart &&
      isSame(service.fact.namespace, workload.fact.namespace) &&
      selects(service.fact, workload.fact),
  );
}

/** A namespace that is not written is chosen when the object is applied. */
function isSame(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function selects({ selector = {}, includes }: ServiceFact, { labels, labelIncludes }: WorkloadFact): boolean {
  const wanted = Object.entries(selector);
  if (wanted.length === 0 && includes.length === 0) return false;
  if (includes.length > 0 && !includes.some((include) => labelIncludes.includes(include))) return false;
  return wanted.every(([key, value]) => value !== undefined && Object.hasOwn(labels, key) && labels[key] === value);
}
