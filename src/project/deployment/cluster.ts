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
      const fact = chart === undefined || text === undefined ? deployment.read(file, objectsIn) : inChart(deployment, file, text, chart);
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

function objectsIn(text: string): KubernetesFile {
  return readKubernetes(text);
}

function inChart(deployment: Deployment, file: string, text: string, chart: string): KubernetesFile | undefined {
  const values = valuesOf(deployment, chart);
  return attempted(file, () => readKubernetes(text, values));
}
