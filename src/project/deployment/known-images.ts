import { images, type KnownImages } from '../../catalogue/images.js';
import type { ContainerFact } from '../../manifests/kubernetes/model.js';
import { matchesWildcards } from '../../manifests/wildcards.js';

interface Named {
  /** The last part of an image's path, without tag. */
  readonly name?: string | undefined;
  /** The last two parts. */
  readonly path?: string | undefined;
}

/** An image of others: a database, a proxy, an agent. */
export function isForeign({ image }: ContainerFact): boolean {
  return isForeignImage(image ?? {});
}

export function isForeignImage(image: Named): boolean {
  return images.some((known) => isOneOf(image, known));
}

/** A proxy or an agent that serves the app beside it, as its command has it. */
export function isHelper(image: Named, command: readonly string[]): boolean {
  return images.some((known) => known.role === 'helper' && isOneOf(image, known) && runsAs(command, known));
}

function isOneOf({ name, path }: Named, { names = [], paths = [] }: KnownImages): boolean {
  return (name !== undefined && names.some((one) => matchesWildcards(name, one))) || (path !== undefined && paths.includes(path));
}

/** A word of its own, or several in the text of a shell. */
function runsAs(command: readonly string[], { words }: KnownImages): boolean {
  return words?.some((wanted) => command.some((word) => word === wanted || (wanted.includes(' ') && word.includes(wanted)))) ?? true;
}
