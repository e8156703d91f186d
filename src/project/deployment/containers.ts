import path from 'node:path';
import { chainOf } from '../../manifests/command/trace.js';
import { UNKNOWN, type Chain, type Folder, type NodeStart, type Surroundings } from '../../manifests/command/chain.js';
import { impliedWords, wordsOf, type Place, type Word } from '../../manifests/command/words.js';
import { baseImage } from '../../manifests/docker/base-images.js';
import { originOf } from '../../manifests/docker/copies.js';
import { readDockerfile, type Dockerfile } from '../../manifests/docker/dockerfile.js';
import { imageOf, within, type Image, type ImageCommand } from '../../manifests/docker/image.js';
import { verbatim, type PlacedText } from '../../manifests/placed-text.js';
import { isFile } from '../disk.js';
import type { Deployment } from './deployment.js';
import { packageIn } from './package-scripts.js';
import { runningAt, wordsGiven, type Running } from './running.js';
import { firstSource, mainsOf } from './sources.js';
import { stageToRun } from './stages.js';

/** A container as a manifest asks for it; what it does not say comes from the image. */
export interface ContainerSpec {
  /** The Dockerfile of its image, if it stands in the repository. Absolute. */
  readonly dockerfile?: string;
  /** The stage that is built, the last one by default. */
  readonly stage?: string;
  /** The folder that the image is built in; by default the Dockerfile's, or one above it that has what is copied. */
  readonly context?: string;
  /** The name of an image that is not built here. */
  readonly image?: string;
  /** Kubernetes' `command`, Compose's `entrypoint`. */
  readonly entrypoint?: readonly Word[];
  /** Kubernetes' `args`, Compose's `command`. */
  readonly command?: readonly Word[];
  readonly workdir?: string;
  /** The platform puts an init in front (`init: true`). */
  readonly init?: boolean;
  /** What stands for the container when its command stands nowhere. */
  readonly place: Place;
}

/** What a container runs. */
export interface ContainerStart {
  readonly chain: Chain;
  /** Whether an entrypoint that is not known may stand in front of the chain. */
  readonly hasUnseenFront: boolean;
  readonly image?: Image;
  /** The module with which Node.js starts. Absolute. */
  readonly entry?: string;
  readonly running?: Running;
}

export function containerStart(deployment: Deployment, spec: ContainerSpec): ContainerStart {
  const found = spec.dockerfile === undefined ? undefined : imageIn(deployment, spec.dockerfile, spec.stage);
  const words = wordsFor(spec, found?.image);
  const ground: Ground = { deployment, spec, ...found };
  const folder = spec.workdir ?? found?.image.workdir;
  const hasUnseenFront = !spec.entrypoint && entrypointOf(spec, found?.image) === 'unknown';
  const known = { hasUnseenFront, ...(found && { image: found.image }) };
  if (!words) return { chain: UNKNOWN, ...known };
  const chain = chainOf(words, surroundingsOf(ground), folder);
  const entry = chain.end.kind === 'node' ? entryOf(chain.end, ground) : undefined;
  const running = entry === undefined ? undefined : runningAt(deployment, entry, wordsGiven(chain));
  return { chain, ...known, ...(entry !== undefined && { entry }), ...(running && { running }) };
}

interface Ground {
  readonly deployment: Deployment;
  readonly spec: ContainerSpec;
  readonly file?: Dockerfile;
  readonly stage?: number;
  readonly image?: Image;
}

function imageIn(
  deployment: Deployment,
  dockerfile: string,
  target: string | undefined,
): Required<Pick<Ground, 'file' | 'stage' | 'image'>> | undefined {
  const file = deployment.read(dockerfile, readDockerfile);
  const stage = file ? stageToRun(file, target) : -1;
  const image = file && imageOf(file, stage);
  return image && { file, stage, image };
}

/** What the platform hands to the kernel: the words of the entrypoint, then those of the command. */
function wordsFor(spec: ContainerSpec, image: Image | undefined): readonly Word[] | undefined {
  const init = spec.init ? impliedWords(['docker-init', '--'], spec.place) : [];
  const file = spec.dockerfile ?? spec.place.file;
  if (spec.entrypoint) return [...init, ...spec.entrypoint, ...(spec.command ?? [])];
  const entrypoint = entrypointOf(spec, image);
  // Nearly every image that is not known has no entrypoint, or one that becomes the command.
  const front = typeof entrypoint === 'string' ? [] : commandWords(entrypoint, file, spec.place);
  if (typeof entrypoint === 'object' && entrypoint.form === 'shell') return [...init, ...front];
  if (spec.command) return [...init, ...front, ...spec.command];
  const cmd = image?.cmd ?? 'unknown';
  const isOpaque = cmd === 'unknown' || (cmd === 'none' && entrypoint === 'unknown');
  if (isOpaque) return undefined;
  return [...init, ...front, ...(cmd === 'none' ? [] : commandWords(cmd, file, spec.place))];
}

function entrypointOf({ image: name }: ContainerSpec, image: Image | undefined): Image['entrypoint'] {
  if (image) return image.entrypoint;
  // Of the images that are not built here, the official ones of Node.js are known, whose script becomes the command.
  return name !== undefined && typeof baseImage(name).entrypoint !== 'string' ? 'none' : 'unknown';
}

function commandWords(command: ImageCommand, file: string, place: Place): readonly Word[] {
  const at = command.isInherited ? place : { file, span: command.instruction };
  if (command.isInherited)
    return impliedWords(
      command.words.map(({ text }) => text),
      at,
    );
  if (command.form === 'exec') return wordsOf(file, command.words);
  const [text] = wordsOf(file, command.words);
  const shell = impliedWords(command.shell ?? ['/bin/sh', '-c'], at);
  return text ? [...shell, { ...text, isShellForm: true }] : [];
}

function surroundingsOf(ground: Ground): Surroundings {
  const { deployment, spec, image } = ground;
  return {
    shell: image?.base.shell ?? baseImage(spec.image).shell,
    variables: image?.variables.values ?? new Map(),
    script: (place, folder) => scriptAt(ground, place, folder),
    packageAt: (folder) => packageFor(deployment, ground, folder),
  };
}

function scriptAt(ground: Ground, place: string, folder: Folder): ReturnType<Surroundings['script']> {
  const { deployment, file, stage, spec } = ground;
  if (file && stage !== undefined && spec.dockerfile !== undefined && folder.in === 'container') {
    const { inline } = originOf(file, stage, within(folder.path, place) ?? place);
    if (inline) return { file: spec.dockerfile, text: inline };
  }
  const found = filesIn(ground, place, folder).find((one) => one.startsWith(deployment.root + path.sep) && isFile(one));
  const text = found === undefined ? undefined : deployment.read(found, scriptText);
  return found !== undefined && text ? { file: found, text } : undefined;
}

function packageFor(deployment: Deployment, ground: Ground, folder: Folder): ReturnType<Surroundings['packageAt']> {
  if (folder.in === 'repository') return packageIn(deployment, folder.path);
  const manifest = filesFor(ground, within(folder.path, 'package.json') ?? 'package.json').find((one) => isFile(one));
  return manifest === undefined ? undefined : packageIn(deployment, path.dirname(manifest));
}

/** The file that Node.js is told to run, as its source in the repository. */
function entryOf({ file, folder }: NodeStart, ground: Ground): string | undefined {
  if (file === undefined) return undefined;
  const candidates = filesIn(ground, file, folder);
  const { deployment } = ground;
  // What is copied to the place of a folder goes into it: `COPY package.json /app`.
  const modules = candidates.filter((one) => !one.endsWith('.json'));
  return firstSource(deployment.root, modules) ?? firstSource(deployment.root, mainsOf(deployment, packagesAt(file, ground, folder)));
}

/** `node .`, `node /app`: the package.json of the folder, if there is one. */
function packagesAt(file: string, ground: Ground, folder: Folder): readonly string[] {
  if (folder.in === 'repository') return [path.resolve(folder.path, file, 'package.json')];
  return filesFor(ground, within(within(folder.path, file), 'package.json') ?? '');
}

/** What a path that a command names may be in the repository. Without a known folder, it may be one of the repository. */
function filesIn(ground: Ground, place: string, folder: Folder): readonly string[] {
  return folder.in === 'repository' ? [path.resolve(folder.path, place)] : filesFor(ground, within(folder.path, place) ?? place);
}

/** What a path of the container may be in the repository. */
function filesFor({ deployment, spec, file, stage, image }: Ground, place: string): readonly string[] {
  if (!file || stage === undefined || spec.dockerfile === undefined || place === '') return [];
  const near = path.dirname(spec.dockerfile);
  const contexts = spec.context === undefined ? [near, path.dirname(near), path.dirname(path.dirname(near))] : [spec.context];
  const inside = contexts.filter((context) => context === deployment.root || context.startsWith(deployment.root + path.sep));
  return inside.flatMap((context) => pathsFor(file, stage, image?.workdir, place).map((one) => path.join(context, one)));
}

function pathsFor(file: Dockerfile, stage: number, folder: string | undefined, place: string): readonly string[] {
  // In a folder that is not known, the path is taken as one of the repository.
  if (!place.startsWith('/')) return [place];
  const { paths } = originOf(file, stage, place);
  if (paths.length > 0 || folder === undefined || !place.startsWith(`${folder}/`)) return paths;
  // A folder that the platform mounts, or a build that cannot be followed: the working folder is mostly the package.
  return [place.slice(folder.length + 1)];
}

function scriptText(text: string): PlacedText {
  return verbatim(text, 0);
}
