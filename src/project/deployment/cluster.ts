import type { KubernetesFile, RouteFact, ServiceFact, WorkloadFact } from '../../manifests/kubernetes/model.js';
import { readKubernetes } from '../../manifests/kubernetes/read.js';
import { attempted } from '../debug.js';
import { chartOf, valuesOf } from './charts.js';
import type { Deployment } from './deployment.js';

/** A fact, and the file that says it. Absolute. */
export interface At<Fact> {
  readonly file: string;
  readonly fact: Fact;
}

/** All objects of Kubernetes in the repository. */
export interface Cluster {
  readonly workloads: readonly At<WorkloadFact>[];
  readonly services: readonly At<ServiceFact>[];
  readonly routes: readonly At<RouteFact>[];
  readonly files: readonly At<KubernetesFile>[];
}

export function clusterOf(deployment: Deployment): Cluster {
  const files = deployment.files
    .filter(({ format }) => format === 'yaml')
    .flatMap(({ path: file }): readonly At<KubernetesFile>[] => {
      const text = deployment.text(file);
      const chart = text?.includes('{{') === true ? chartOf(deployment, file) : undefined;
      const values = chart === undefined ? undefined : valuesOf(deployment, chart);
      const fact = text === undefined ? undefined : attempted(file, () => readKubernetes(text, values));
      return fact ? [{ file, fact }] : [];
    });
  const all = <Fact>(facts: (file: KubernetesFile) => readonly Fact[]): readonly At<Fact>[] =>
    files.flatMap(({ file, fact }) => facts(fact).map((one) => ({ file, fact: one })));
  return {
    files,
    workloads: all(({ workloads }) => workloads),
    services: all(({ services }) => services),
    routes: all(({ routes }) => routes),
  };
}
