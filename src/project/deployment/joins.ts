import { managedApps, processTypes, unitServices } from './apps.js';
import type { Running } from './running.js';
import type { Deployment } from './deployment.js';
import { startsOf } from './starts.js';
import { workloadsOf, type Workload } from './workloads.js';

/** A process, and the manifests by which it is run. */
export interface Join {
  /** Absolute. */
  readonly files: readonly string[];
  readonly running: Running;
}

interface Told {
  readonly file: string;
  readonly running?: Running | undefined;
}

/** What the repository says of how its processes are run. */
export function joinsOf(deployment: Deployment): readonly Join[] {
  const workloads = deployment.ask(workloadsOf).flatMap((workload) =>
    workload.containers.map(({ source }) => ({
      files: [...filesOf(workload), ...(source?.build.dockerfile === undefined ? [] : [source.build.dockerfile])],
      running: source?.running,
    })),
  );
  const others = [startsOf, managedApps, unitServices, processTypes]
    .flatMap((question) => deployment.ask<readonly Told[]>(question))
    .map(({ file, running }) => ({ files: [file], running }));
  return [...workloads, ...others].flatMap(({ files, running }) => (running ? [{ files, running }] : []));
}

function filesOf({ file, services, patches }: Workload): readonly string[] {
  return [file, ...services.map((service) => service.file), ...patches.map((patch) => patch.file)];
}
