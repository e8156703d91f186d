import { imageName } from '../../manifests/image-name.js';
import { readEcs, type EcsContainer } from '../../manifests/ecs.js';
import { buildsOf, type Build } from './builds.js';
import { commandsOf } from './composed-containers.js';
import { containerStart, type ContainerSpec, type ContainerStart } from './containers.js';
import type { Deployment } from './deployment.js';
import { isForDevelopment } from './stages.js';
import { isForeignImage } from './known-images.js';
import { namedBuild } from './named-builds.js';
import { toldService, withTold } from './told-services.js';

/** A container of a task definition, and what it runs. */
export interface TaskContainer {
  /** Absolute. */
  readonly file: string;
  readonly own: EcsContainer;
  readonly spec: ContainerSpec;
  readonly start: ContainerStart;
}

export function taskContainers(deployment: Deployment): readonly TaskContainer[] {
  const found = deployment.files
    .filter(({ format, name }) => format === 'yaml' && !isForDevelopment(name))
    .flatMap(({ path: file }) => (deployment.read(file, readEcs) ?? []).map((own) => ({ file, own })));
  const ours = found.filter(({ own }) => !isForeignImage({ name: imageOf(own) }));
  return found.map(({ file, own }) => {
    const told = toldService(deployment, { file, image: own.image?.value, names: [own.name] });
    const build = told?.build ?? buildFor(deployment, { file, own }, ours.length === 1 && ours[0]?.own === own);
    const spec = specOf(file, own, build);
    return { file, own, spec, start: withTold(deployment, containerStart(deployment, spec), told) };
  });
}

function imageOf({ image }: EcsContainer): string | undefined {
  return image?.value === undefined ? undefined : imageName(image.value);
}

/** The build that the image or the container is named after, else the only one for the only container. */
function buildFor(deployment: Deployment, { file, own }: Pick<TaskContainer, 'file' | 'own'>, isOnly: boolean): Build | undefined {
  const builds = deployment.ask(buildsOf).filter(({ dockerfile }) => dockerfile !== undefined);
  const named = namedBuild(builds, { file, image: imageOf(own), names: own.name === '' ? [] : [own.name] });
  if (named !== undefined) return named === 'ambiguous' ? undefined : named;
  return isOnly && builds.length === 1 ? builds[0] : undefined;
}

function specOf(file: string, { span, command, entrypoint, image, workdir, init }: EcsContainer, build: Build | undefined): ContainerSpec {
  return {
    place: { file, span: (command ?? entrypoint)?.span ?? span },
    ...(build?.dockerfile !== undefined && { dockerfile: build.dockerfile }),
    ...(build?.context !== undefined && { context: build.context }),
    ...(build?.stage !== undefined && { stage: build.stage }),
    ...(image?.value !== undefined && !build && { image: image.value }),
    ...(workdir !== undefined && { workdir }),
    ...(init === true && { init: true }),
    ...commandsOf(file, entrypoint, command),
  };
}
