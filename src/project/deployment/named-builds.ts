import path from 'node:path';
import type { Build } from './builds.js';

/** The build that a name means. Where two would do, none is meant. */
export type NamedBuild = Build | 'ambiguous' | undefined;

export interface Naming {
  /** Where the names stand. */
  readonly file: string;
  readonly image: string | undefined;
  /** Of the container and what it is part of. */
  readonly names: readonly string[];
}

/** By what the image is called where it is built, then by the names of folders and packages, then by those of the container. */
export function namedBuild(builds: readonly Build[], { file, image, names }: Naming): NamedBuild {
  const only = (fits: (build: Build) => boolean): NamedBuild => nearestTo(file, builds.filter(fits));
  return (
    only(({ images }) => image !== undefined && images.includes(image)) ??
    only((build) => image !== undefined && namesOf(build).includes(image)) ??
    only((build) => image !== undefined && namesOf(build).some((name) => endsWith(image, name))) ??
    only((build) => names.some((name) => namesOf(build).includes(name)))
  );
}

/** Of several that have one name, as the chapters of a course, the one in whose folder the manifest stands. */
function nearestTo(file: string, builds: readonly Build[]): NamedBuild {
  const isRoot = ({ folder }: Build): boolean => builds.some((other) => other.folder.startsWith(folder + path.sep));
  const around = builds.filter((build) => file.startsWith(build.folder + path.sep) && !isRoot(build));
  return onlyOf(around.length > 0 ? around : builds, () => true);
}

export function onlyOf(builds: readonly Build[], fits: (build: Build) => boolean): NamedBuild {
  const [first, ...others] = builds.filter(fits);
  return others.length > 0 ? 'ambiguous' : first;
}

function namesOf({ names, services }: Build): readonly string[] {
  return [...names, ...services];
}

/** `examplevotingapp_result` is what Compose calls the image of `result`. */
function endsWith(image: string, name: string): boolean {
  return name.length > 2 && (image.endsWith(`-${name}`) || image.endsWith(`_${name}`));
}
