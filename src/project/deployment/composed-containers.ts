import type { CommandText } from '../../manifests/command/command-text.js';
import { wordsOf } from '../../manifests/command/words.js';
import { composedServices, type ComposedService } from './compose.js';
import { containerStart, type ContainerSpec, type ContainerStart } from './containers.js';
import type { Deployment } from './deployment.js';
import { toldService, withTold, type ToldService } from './told-services.js';

/** A service of a Compose file, and what its container runs. */
export interface ComposedContainer extends ComposedService {
  readonly spec: ContainerSpec;
  readonly start: ContainerStart;
}

export function composedContainers(deployment: Deployment): readonly ComposedContainer[] {
  return deployment.ask(composedServices).map((service) => {
    const { file, whole, own } = service;
    const told = toldService(deployment, { file, image: whole.image?.value, names: [own.name] });
    const spec = specOf({ ...(told && buildOf(told)), ...service });
    return { ...service, spec, start: withTold(deployment, containerStart(deployment, spec), told) };
  });
}

function buildOf({ build: { dockerfile, context } }: ToldService): Pick<ComposedService, 'dockerfile' | 'context'> {
  return { ...(dockerfile !== undefined && { dockerfile }), ...(context !== undefined && { context }) };
}

function specOf({ file, own, whole, dockerfile, context }: ComposedService): ContainerSpec {
  return {
    place: { file, span: (own.command ?? own.entrypoint)?.span ?? own.span },
    ...(dockerfile !== undefined && { dockerfile }),
    ...(context !== undefined && { context }),
    ...(whole.build?.target !== undefined && { stage: whole.build.target }),
    ...(whole.image?.value !== undefined && !whole.build && { image: whole.image.value }),
    ...(whole.workdir !== undefined && { workdir: whole.workdir }),
    ...(whole.init === true && { init: true }),
    ...commandsOf(file, whole.entrypoint, whole.command),
  };
}

export function commandsOf(
  file: string,
  entrypoint: CommandText | undefined,
  command: CommandText | undefined,
): Pick<ContainerSpec, 'entrypoint' | 'command'> {
  return {
    ...(entrypoint && { entrypoint: wordsOf(file, entrypoint.words) }),
    ...(command && { command: wordsOf(file, command.words) }),
  };
}
