import { stageName, stageNamed } from '../../manifests/docker/image.js';
import type { Dockerfile } from '../../manifests/docker/dockerfile.js';

/** Files and stages for work at the code: what is said of a service does not hold there. */
const DEVELOPMENT =
  /(?:^|[._/-])(?:dev|devel|development|devcontainer|local|localhost|test|tests|testing|e2e|ci|debug|override|storybook)(?=$|[._/-])/iu;

/** `docker-compose.dev.yml`, `Dockerfile.test`, `.devcontainer/Dockerfile`: by its name below the root. */
export function isForDevelopment(name: string): boolean {
  return DEVELOPMENT.test(name);
}

/** The stage that goes into production: the one that is asked for, else the last one that is not for development. -1 for none. */
export function stageToRun(file: Dockerfile, target?: string): number {
  if (target !== undefined) return stageNamed(file, target);
  return file.stages.findLastIndex((stage) => !isForDevelopment(stageName(stage) ?? ''));
}
