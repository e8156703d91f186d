import path from 'node:path';
import { readCompose, type ComposeService } from '../../manifests/compose.js';
import { imageName, imagePath } from '../../manifests/image-name.js';
import type { Deployment } from './deployment.js';
import { isForeignImage } from './known-images.js';
import { isForDevelopment } from './stages.js';

/** A service of a Compose file, with what the main file beside it says of the same one. */
export interface ComposedService {
  /** Absolute. */
  readonly file: string;
  /** What this file says. */
  readonly own: ComposeService;
  /** With what the main file adds. */
  readonly whole: ComposeService;
  /** Of the image, if it is built here. */
  readonly dockerfile?: string;
  readonly context?: string;
}

const MAIN = /^(?:docker-)?compose\.ya?ml$/u;

/** The services of the repository's Compose files; not those for work at the code, nor images of others. */
export function composedServices(deployment: Deployment): readonly ComposedService[] {
  const files = deployment.files.filter(({ format, name }) => format === 'yaml' && !isForDevelopment(name));
  const read = files.map(({ path: file }) => ({ file, services: deployment.read(file, readCompose) ?? [] }));
  return read.flatMap(({ file, services }) => {
    const main = read.find((other) => path.dirname(other.file) === path.dirname(file) && MAIN.test(path.basename(other.file)));
    const all = services.map((own) =>
      composed(
        file,
        own,
        main?.services.find(({ name }) => name === own.name),
      ),
    );
    return all.filter(({ whole }) => !isForDevelopment(whole.build?.target ?? '') && !isOfOthers(whole));
  });
}

function isOfOthers({ build, image }: ComposeService): boolean {
  if (build || image?.value === undefined) return false;
  return isForeignImage({ name: imageName(image.value), path: imagePath(image.value) });
}

function composed(file: string, own: ComposeService, main: ComposeService | undefined): ComposedService {
  const whole = { ...main, ...own, isHidden: own.isHidden || (main?.isHidden ?? false) };
  if (!whole.build) return { file, own, whole };
  const context = path.resolve(path.dirname(file), whole.build.context);
  return { file, own, whole, context, dockerfile: path.resolve(context, whole.build.dockerfile ?? 'Dockerfile') };
}
