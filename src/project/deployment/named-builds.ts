import type { Build } from './builds.js';

/** The build that a name means. Where two would do, none is meant. */
export type NamedBuild = Build | 'ambiguous' | undefined;

/** By what the image is called where it is built, then by the names of folders and packages, then by those of the container. */
export function namedBuild(builds: readonly Build[], image: string | undefined, names: readonly string[]): NamedBuild {
  return (
    onlyOf(builds, ({ images }) => image !== undefined && images.includes(image)) ??
    onlyOf(builds, (build) => image !== undefined && namesOf(build).includes(image)) ??
    onlyOf(builds, (build) => image !== undefined && namesOf(build).some((name) => endsWith(image, name))) ??
    onlyOf(builds, (build) => names.some((name) => namesOf(build).includes(name)))
  );
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
