import path from 'node:path';
import { readCompose, type ComposeService } from '../../manifests/compose.js';
import { imageName } from '../../manifests/image-name.js';
import { readSkaffold } from '../../manifests/skaffold.js';
import { isFile, readText } from '../disk.js';
import { parseJson, record } from '../packages.js';
import type { Deployment } from './deployment.js';
import { isForDevelopment } from './stages.js';

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

/** The images that are built in the repository, and packages that may become one. */
export function buildsOf(deployment: Deployment): readonly Build[] {
  const told = deployment.files
    .filter(({ format, name }) => format === 'yaml' && !isForDevelopment(name))
    .flatMap(({ path: file }) => [...composeBuilds(deployment, file), ...skaffoldBuilds(deployment, file)]);
  const dockerfiles = deployment.files.filter(({ format, name }) => format === 'dockerfile' && !isForDevelopment(name));
  const found = dockerfiles.map(({ path: file }) => buildAt(path.dirname(file), file));
  const packages = deployment.files.filter(({ name }) => path.posix.basename(name) === 'package.json');
  return joined([...told, ...found, ...packages.map(({ path: file }) => buildAt(path.dirname(file), undefined))]);
}

function composeBuilds(deployment: Deployment, file: string): readonly Build[] {
  return (deployment.read(file, readCompose) ?? []).flatMap(({ name, build, image }: ComposeService) => {
    const reference =
      image &&
      deployment
        .text(file)
        ?.slice(...image.span)
        .replaceAll(/^["']|["']$/gu, '');
    return build && !isForDevelopment(build.target ?? '') ? toldBuild(file, { ...build, image: reference, service: name }) : [];
  });
}

function skaffoldBuilds(deployment: Deployment, file: string): readonly Build[] {
  return (deployment.read(file, readSkaffold) ?? []).flatMap((artifact) => toldBuild(file, artifact));
}

/** What a file says of how an image is built. Paths are seen from its folder. */
interface Told {
  readonly context: string;
  readonly dockerfile?: string;
  readonly target?: string;
  readonly image?: string | undefined;
  readonly service?: string;
}

function toldBuild(file: string, { context: from, dockerfile: named, target, image, service }: Told): readonly Build[] {
  const context = path.resolve(path.dirname(file), from);
  const dockerfile = path.resolve(context, named ?? 'Dockerfile');
  if (/^(?:https?|git)[:@]/u.test(from) || !isFile(dockerfile)) return [];
  const name = image === undefined ? undefined : imageName(image);
  const build = buildAt(path.dirname(dockerfile), dockerfile, context);
  return [{ ...build, stage: target, images: name === undefined ? [] : [name], services: service === undefined ? [] : [service] }];
}

export function buildAt(near: string, dockerfile: string | undefined, context?: string): Build {
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
