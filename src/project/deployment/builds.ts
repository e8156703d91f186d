import path from 'node:path';
import { imageName, readBuilds, type BuildFact } from '../../manifests/builds.js';
import { isFile, readText } from '../disk.js';
import { parseJson, record } from '../packages.js';
import type { Deployment } from './deployment.js';

/** Where the image of a container comes from. */
export interface Build {
  /** The folder of the package, else of the Dockerfile. Absolute. */
  readonly folder: string;
  readonly hasPackage: boolean;
  readonly dockerfile: string | undefined;
  readonly context: string | undefined;
  readonly stage: string | undefined;
  /** What Compose or Skaffold call the image. */
  readonly images: readonly string[];
  /** What Compose calls the service. */
  readonly services: readonly string[];
  /** The folder and the package. */
  readonly names: readonly string[];
}

/** Files that stand beside the one for production. */
const ASIDE = /(?:^|[._/-])(?:dev|development|local|test|tests|debug|ci|e2e)(?=$|[._/-])/iu;

/** The images that are built in the repository, and packages that may become one. */
export function buildsOf(deployment: Deployment): readonly Build[] {
  const told = deployment.files
    .filter(({ format, name }) => format === 'yaml' && !ASIDE.test(name))
    .flatMap(({ path: file }) => (deployment.read(file, readBuilds) ?? []).flatMap((fact) => toldBuild(file, fact) ?? []));
  const dockerfiles = deployment.files.filter(({ format, name }) => format === 'dockerfile' && !ASIDE.test(name));
  const found = dockerfiles.map(({ path: file }) => buildAt(path.dirname(file), file));
  const packages = deployment.files.filter(({ name }) => path.posix.basename(name) === 'package.json');
  return joined([...told, ...found, ...packages.map(({ path: file }) => buildAt(path.dirname(file), undefined))]);
}

function toldBuild(file: string, fact: BuildFact): Build | undefined {
  const context = path.resolve(path.dirname(file), fact.context);
  const dockerfile = path.resolve(context, fact.dockerfile ?? 'Dockerfile');
  if (/^(?:https?|git)[:@]/u.test(fact.context) || !isFile(dockerfile)) return undefined;
  const build = buildAt(path.dirname(dockerfile), dockerfile, context);
  return {
    ...build,
    stage: fact.target,
    images: [fact.image === undefined ? undefined : imageName(fact.image)].filter((name) => name !== undefined),
    services: fact.service === undefined ? [] : [fact.service],
  };
}

function buildAt(near: string, dockerfile: string | undefined, context?: string): Build {
  const candidates = [near, ...(context === undefined ? [] : [context])];
  const folder = candidates.find((one) => isFile(path.join(one, 'package.json')));
  return {
    folder: folder ?? near,
    hasPackage: folder !== undefined,
    dockerfile,
    context,
    stage: undefined,
    images: [],
    services: [],
    names: [path.basename(folder ?? near), ...packageNames(folder)],
  };
}

function packageNames(folder: string | undefined): readonly string[] {
  if (folder === undefined) return [];
  const { name } = record(parseJson(readText(path.join(folder, 'package.json')) ?? ''));
  return typeof name === 'string' ? [name.split('/').at(-1) ?? name] : [];
}

/** One build for each Dockerfile, or for a folder without any. The folder's and the package's name are those of its main Dockerfile. */
function joined(builds: readonly Build[]): readonly Build[] {
  const byFolder = grouped(builds, ({ folder }) => folder);
  return byFolder.flatMap((same) => {
    const images = grouped(
      same.filter(({ dockerfile }) => dockerfile !== undefined),
      ({ dockerfile = '' }) => dockerfile,
    );
    if (images.length === 0) return [merged(same)];
    const main = images.length === 1 ? images[0] : images.find(([first]) => path.basename(first.dockerfile ?? '') === 'Dockerfile');
    return images.map((one) => (one === main ? merged(one) : { ...merged(one), names: [] }));
  });
}

type Some<T> = readonly [T, ...T[]];

function grouped(builds: readonly Build[], by: (build: Build) => string): readonly Some<Build>[] {
  const groups = new Map<string, [Build, ...Build[]]>();
  for (const build of builds) {
    const group = groups.get(by(build));
    if (group) group.push(build);
    else groups.set(by(build), [build]);
  }
  return [...groups.values()];
}

function merged(same: Some<Build>): Build {
  const images = [...new Set(same.flatMap((one) => one.images))];
  const services = [...new Set(same.flatMap((one) => one.services))];
  const names = [...new Set(same.flatMap((one) => one.names))];
  return { ...same[0], images, services, names };
}
