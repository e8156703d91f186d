import type { Span } from '../../facts/module-facts.js';
import type { Written } from '../../manifests/command/command-text.js';
import { wordsOf, type Word } from '../../manifests/command/words.js';
import { readDockerfile, type Dockerfile } from '../../manifests/docker/dockerfile.js';
import { imageOf, type ImageCommand } from '../../manifests/docker/image.js';
import type { WordsFact } from '../../manifests/kubernetes/model.js';
import { placedScalar } from '../../manifests/yaml/placed.js';
import { buildsOf } from './builds.js';
import { composedContainers, type ComposedContainer } from './composed-containers.js';
import { containerStart, type ContainerSpec, type ContainerStart } from './containers.js';
import type { Deployment } from './deployment.js';
import { taskContainers, type TaskContainer } from './ecs-containers.js';
import { isForDevelopment, stageToRun } from './stages.js';
import { withTold } from './told-services.js';
import { workloadsOf, type Container } from './workloads.js';

/** A command that a manifest writes, and what it starts. */
export interface Start extends ContainerStart {
  readonly platform: 'docker' | 'compose' | 'kubernetes' | 'ecs';
  /** Where the command stands. Absolute. */
  readonly file: string;
  /** The command with its keyword or key. */
  readonly span: Span;
  readonly spec: ContainerSpec;
  /** The texts that another command would replace: one, or the command and its arguments. */
  readonly written: readonly Written[];
}

/** Every command of the repository with which a container in service starts. */
export function startsOf(deployment: Deployment): readonly Start[] {
  return [imageStarts, composeStarts, workloadStarts, taskStarts].flatMap((question) => deployment.ask(question));
}

/** The commands of Dockerfiles. */
export function imageStarts(deployment: Deployment): readonly Start[] {
  return deployment.ask(buildsOf).flatMap(({ dockerfile, context, stage }) => {
    const file = dockerfile === undefined ? undefined : deployment.read(dockerfile, readDockerfile);
    if (!file || dockerfile === undefined || isForDevelopment(below(deployment, dockerfile))) return [];
    const command = writtenCommand(file, stage);
    if (!command) return [];
    const spec: ContainerSpec = {
      dockerfile,
      place: { file: dockerfile, span: command.instruction },
      ...(context !== undefined && { context }),
      ...(stage !== undefined && { stage }),
    };
    const written: readonly Written[] = [{ span: command.argument, notation: { kind: 'flow' } }];
    return [{ platform: 'docker', file: dockerfile, span: command.instruction, spec, written, ...containerStart(deployment, spec) }];
  });
}

export function below(deployment: Deployment, file: string): string {
  return deployment.files.find((one) => one.path === file)?.name ?? file;
}

/** The instruction with which the image starts: CMD, or an ENTRYPOINT without one. */
function writtenCommand(file: Dockerfile, target: string | undefined): ImageCommand | undefined {
  const image = imageOf(file, stageToRun(file, target));
  const [cmd, entrypoint] = [image?.cmd, image?.entrypoint].map((one) => (typeof one === 'object' && !one.isInherited ? one : undefined));
  return entrypoint?.form === 'shell' ? entrypoint : (cmd ?? entrypoint);
}

export function composeStarts(deployment: Deployment): readonly Start[] {
  return deployment.ask(composedContainers).flatMap((container) => composeStart(container) ?? []);
}

function composeStart({ file, own, whole, spec, start }: ComposedContainer): Start | undefined {
  const command = own.command ?? own.entrypoint;
  if (!command || whole.isHidden) return undefined;
  const written = [own.entrypoint, own.command].filter((one) => one !== undefined);
  return { platform: 'compose', file, span: command.span, spec, written, ...start };
}

export function workloadStarts(deployment: Deployment): readonly Start[] {
  return deployment.ask(workloadsOf).flatMap(({ fact, containers }) => {
    return fact.isTask ? [] : containers.flatMap((container) => kubernetesStart(deployment, container) ?? []);
  });
}

function kubernetesStart(deployment: Deployment, { fact, source, workload }: Container): Start | undefined {
  const { file } = workload;
  const entrypoint = factWords(deployment, file, fact.command);
  const command = factWords(deployment, file, fact.args);
  const isHidden = (fact.command && !entrypoint) || (fact.args && !command);
  const written = fact.command ?? fact.args;
  if (fact.role === 'init' || isHidden || !written) return undefined;
  const build = source?.build;
  const spec: ContainerSpec = {
    place: { file, span: written.span },
    ...(build?.dockerfile !== undefined && { dockerfile: build.dockerfile }),
    ...(build?.context !== undefined && { context: build.context }),
    ...(build?.stage !== undefined && { stage: build.stage }),
    ...(fact.image?.reference !== undefined && !build && { image: fact.image.reference }),
    ...(entrypoint && { entrypoint }),
    ...(command && { command }),
  };
  const pieces = [fact.command, fact.args].flatMap((one) => (one ? (listed(deployment.text(file) ?? '', one) ?? []) : []));
  return {
    platform: 'kubernetes',
    file,
    span: written.span,
    spec,
    written: pieces,
    ...withTold(deployment, containerStart(deployment, spec), source?.told),
  };
}

function factWords(deployment: Deployment, file: string, fact: WordsFact | undefined): readonly Word[] | undefined {
  const text = deployment.text(file) ?? '';
  return (
    fact?.words &&
    wordsOf(
      file,
      fact.words.map((word, index) => placedScalar(text, fact.spans[index] ?? fact.span, word)),
    )
  );
}

/** How the list is written. */
function listed(text: string, { span, spans }: WordsFact): Written | undefined {
  if (text.charAt(span[0]) === '[') return { span, notation: { kind: 'flow' } };
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last) return undefined;
  const dash = text.lastIndexOf('-', first[0]);
  const indent = dash - (text.lastIndexOf('\n', dash) + 1);
  return { span: [dash, last[1]], notation: { kind: 'block', indent } };
}

export function taskStarts(deployment: Deployment): readonly Start[] {
  return deployment.ask(taskContainers).flatMap((container) => taskStart(container) ?? []);
}

function taskStart({ file, own: { command, entrypoint }, spec, start }: TaskContainer): Start | undefined {
  const shown = command ?? entrypoint;
  if (!shown) return undefined;
  const written = [entrypoint, command].filter((one) => one !== undefined);
  return { platform: 'ecs', file, span: shown.span, spec, written, ...start };
}
