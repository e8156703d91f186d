import path from 'node:path';
import { imageName } from '../../manifests/image-name.js';
import { matchesGlob } from '../globs.js';
import type { ServiceSetting } from '../settings.js';
import { buildAt, buildsOf, type Build } from './builds.js';
import type { ContainerStart } from './containers.js';
import { runningAt, wordsGiven } from './running.js';
import type { Deployment } from './deployment.js';

/** A container as a manifest names it. */
export interface NamedContainer {
  /** The manifest. Absolute. */
  readonly file: string;
  /** With registry, tag and all, if it is known. */
  readonly image: string | undefined;
  /** Of the workload, the container, the service. */
  readonly names: readonly string[];
}

/** The code that the settings name for a container. */
export interface ToldService {
  readonly build: Build;
  /** The module with which it starts. Absolute. */
  readonly entry: string | undefined;
}

/** The first of the settings' services that the container is. */
export function toldService(deployment: Deployment, container: NamedContainer): ToldService | undefined {
  const told = deployment.settings.services.find((service) => isMeant(service, container));
  return told && { build: buildFor(deployment, told), entry: told.entry };
}

function isMeant({ name, image, manifests }: ServiceSetting, container: NamedContainer): boolean {
  if (name !== undefined && !container.names.includes(name)) return false;
  if (image !== undefined && !isImage(container.image, image)) return false;
  return manifests?.some((pattern) => matchesGlob(container.file, pattern)) ?? true;
}

/** `ghcr.io/acme/orders:1.2` is `ghcr.io/acme/orders`, `acme/orders` and `orders`. */
function isImage(reference: string | undefined, image: string): boolean {
  if (reference === undefined || imageName(reference) !== imageName(image)) return false;
  const bare = reference.replace(/@.*$/u, '').replace(/:[^/]*$/u, '');
  return bare === image || bare.endsWith(`/${image}`);
}

/** What is built in the repository, as far as it says more than the setting. */
function buildFor(deployment: Deployment, { root, entry, dockerfile }: ServiceSetting): Build {
  const builds = deployment.ask(buildsOf);
  if (dockerfile !== undefined)
    return builds.find((build) => build.dockerfile === dockerfile) ?? buildAt(path.dirname(dockerfile), dockerfile, root);
  const folder = root ?? path.dirname(entry ?? deployment.root);
  const around = builds.filter((build) => `${folder}${path.sep}`.startsWith(build.folder + path.sep));
  const [nearest] = [...around].sort((a, b) => b.folder.length - a.folder.length);
  return nearest ?? buildAt(folder, undefined);
}

/** A start with what the settings say in place of what was found. */
export function withTold(deployment: Deployment, start: ContainerStart, told: ToldService | undefined): ContainerStart {
  if (told?.entry === undefined) return start;
  const running = runningAt(deployment, told.entry, wordsGiven(start.chain));
  return { ...start, entry: told.entry, ...(running && { running }) };
}
