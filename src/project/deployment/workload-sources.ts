import path from 'node:path';
import type { Word } from '../../manifests/command/words.js';
import type { ContainerFact, WordsFact, WorkloadFact } from '../../manifests/kubernetes/model.js';
import { buildsOf, type Build } from './builds.js';
import { namedBuild, onlyOf, type NamedBuild } from './named-builds.js';
import { isForeign } from './known-images.js';
import type { At } from './cluster.js';
import { containerStart, type ContainerStart } from './containers.js';
import { runningAt, wordsGiven, type Running } from './running.js';
import type { Deployment } from './deployment.js';
import { toldService, withTold, type NamedContainer, type ToldService } from './told-services.js';

/** The code behind a container. */
export interface Source {
  readonly build: Build;
  /** How it is started, where its image is built here. */
  readonly start: ContainerStart | undefined;
  readonly running: Running | undefined;
  /** What the settings say of it. */
  readonly told: ToldService | undefined;
}

/**
 * The code of each container, by what the settings say first, then by the image's name, then by other names, then because there is only one of each. Where two
 * would do, none is meant.
 */
export function sourcesOf(deployment: Deployment, workloads: readonly At<WorkloadFact>[]): ReadonlyMap<ContainerFact, Source> {
  const builds = deployment.ask(buildsOf);
  const sources = new Map<ContainerFact, Source>();
  const all = workloads.flatMap((workload) => workload.fact.pod.containers.map((container) => ({ workload, container })));
  const found = all.map((one): Found => {
    const { workload, container } = one;
    const told = toldService(deployment, namedContainer(workload, container));
    const named = told?.build ?? buildFor(builds, workload, container);
    return { ...one, told, named, build: named ?? onlyBuild(deployment, builds, workloads, workload, container) };
  });
  for (const one of found) {
    const { workload, container, told, build, named } = one;
    if (!build || build === 'ambiguous' || !(told ?? build.hasPackage)) continue;
    if (named !== build || isMeant(found, build, one))
      sources.set(container, sourceOf(deployment, build, told, { file: workload.file, container }));
  }
  return sources;
}

interface Found {
  readonly workload: At<WorkloadFact>;
  readonly container: ContainerFact;
  readonly told: ToldService | undefined;
  /** By its image or another name. */
  readonly named: NamedBuild;
  readonly build: NamedBuild;
}

/** A folder `server` is not what `cache-server` and `store-server` are both built from. */
function isMeant(found: readonly Found[], build: Build, { container, told }: Found): boolean {
  const own = new Set<string | undefined>([...build.images, ...build.names, ...build.services]);
  if (told?.build !== undefined || own.has(container.image?.name)) return true;
  const alike = found.filter((one) => one.named === build && !one.told && !own.has(one.container.image?.name));
  const images = new Set(alike.map((one) => one.container.image?.name));
  return images.size < 2 || new Set(alike.map(({ workload }) => workload.fact.name)).size < 2;
}

function namedContainer({ file, fact: workload }: At<WorkloadFact>, container: ContainerFact): NamedContainer {
  const { image } = container;
  const isMain = container.role === 'main' && workload.pod.containers.filter(({ role }) => role === 'main').length === 1;
  const names = [container.name.value, ...(isMain ? [workload.name] : [])].filter((name) => name !== undefined);
  return { file, image: image?.reference ?? image?.path, names };
}

function buildFor(builds: readonly Build[], workload: At<WorkloadFact>, container: ContainerFact): NamedBuild {
  const { file, names } = namedContainer(workload, container);
  return namedBuild(builds, { file, image: container.image?.name, names });
}

/** Folders in which manifests stand beside the code that they deploy. */
const MANIFEST_FOLDER = /^(?:\.?k8s|kubernetes|kube|manifests?|deploy|deployments?|charts?|helm|infra|infrastructure|ops|\.?deploy)$/iu;

/** There is one package with a Dockerfile and one container; or the manifest stands in a folder of the package. */
function onlyBuild(
  deployment: Deployment,
  builds: readonly Build[],
  workloads: readonly At<WorkloadFact>[],
  { file }: At<WorkloadFact>,
  container: ContainerFact,
): NamedBuild {
  if (container.role !== 'main' || isForeign(container)) return undefined;
  const images = builds.filter(({ dockerfile }) => dockerfile !== undefined);
  const others = workloads
    .flatMap(({ fact }) => fact.pod.containers)
    .filter((one) => one !== container && !isForeign(one) && one.role === 'main');
  if (others.length === 0 && images.length === 1) return images[0];
  const near = builds.filter(({ folder }) => folder !== deployment.root && isBelow(file, folder));
  const siblings = others.filter((one) =>
    workloads.some((workload) => near.some(({ folder }) => isBelow(workload.file, folder)) && workload.fact.pod.containers.includes(one)),
  );
  return siblings.length === 0 ? onlyOf(near, () => true) : undefined;
}

function isBelow(file: string, folder: string): boolean {
  if (!file.startsWith(folder + path.sep)) return false;
  const [first = ''] = file.slice(folder.length + 1).split(path.sep);
  return MANIFEST_FOLDER.test(first);
}

interface Written {
  readonly file: string;
  readonly container: ContainerFact;
}

function sourceOf(deployment: Deployment, build: Build, told: ToldService | undefined, { file, container }: Written): Source {
  const { dockerfile, stage, context } = build;
  const { command, args } = container;
  const found =
    dockerfile === undefined
      ? undefined
      : containerStart(deployment, {
          dockerfile,
          ...(stage !== undefined && { stage }),
          ...(context !== undefined && { context }),
          ...(command && { entrypoint: wordsIn(file, command) }),
          ...(args && { command: wordsIn(file, args) }),
          place: { file, span: container.name.span },
        });
  const start = found && withTold(deployment, found, told);
  const running = told?.entry === undefined ? undefined : runningAt(deployment, told.entry, start && wordsGiven(start.chain));
  return { build, start, told, running: running ?? start?.running ?? onlyProcess(deployment, build, start) };
}

function wordsIn(file: string, { words, spans }: WordsFact): readonly Word[] {
  return spans.map((span, index) => ({ text: words?.[index], place: { file, span } }));
}

/** The only process of the package, unless it is known that another one is started. */
function onlyProcess(deployment: Deployment, { folder }: Build, start: ContainerStart | undefined): Running | undefined {
  if (start?.entry !== undefined) return undefined;
  const service = deployment.serviceAt(folder);
  const found = service?.processes.filter(({ entry }) => entry.path.startsWith(folder + path.sep)) ?? [];
  const [process, ...others] = found;
  return service && process && others.length === 0 ? { service, process } : undefined;
}
