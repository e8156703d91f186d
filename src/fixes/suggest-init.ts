import { readDockerfile } from '../manifests/docker/dockerfile.js';
import type { Shell } from '../manifests/docker/base-images.js';
import { composedServices } from '../project/deployment/compose.js';
import type { Deployment } from '../project/deployment/deployment.js';
import type { Start } from '../project/deployment/starts.js';
import type { Edit, Suggestion } from '../project/finding.js';
import { addKey } from './manifest-keys.js';
import { insert } from './source.js';

/** How an image gets tini, and where it then is. */
const TINI: Readonly<Partial<Record<Shell, { readonly install: string; readonly path: string }>>> = {
  busybox: { install: 'RUN apk add --no-cache tini', path: '/sbin/tini' },
  dash: {
    install: 'RUN apt-get update && apt-get install --yes --no-install-recommends tini && rm -rf /var/lib/apt/lists/*',
    path: '/usr/bin/tini',
  },
};

/** Puts an init in front of a command, in the file where the command stands. */
export function initSuggestions(deployment: Deployment, start: Start): readonly Suggestion[] {
  const edits = start.platform === 'docker' ? inImage(deployment, start) : start.platform === 'compose' ? inCompose(deployment, start) : [];
  return edits.length > 0 ? [{ messageId: 'init', edits }] : [];
}

function inImage(deployment: Deployment, { file, span, image }: Start): readonly Edit[] {
  const tini = image && TINI[image.base.shell];
  const text = deployment.text(file);
  const stage = deployment.read(file, readDockerfile)?.stages.findLast(({ from }) => from.span[0] < span[0]);
  if (!tini || !stage || text === undefined) return [];
  const written = stage.instructions.filter(({ keyword }) => keyword === 'ENTRYPOINT').at(-1);
  const first = written?.argument.text.startsWith('[') === true ? text.indexOf('"', written.argument.span[0]) : -1;
  if (written && first < 0) return [];
  // Only root installs: before a USER, and a shell must be there.
  const user = stage.instructions.find(({ keyword, span: [at] }) => keyword === 'USER' && at < span[0]);
  const front = user ? user.span[0] : (written?.span[0] ?? span[0]);
  const words = `"${tini.path}", "--"`;
  if (written) return [insert(front, `${tini.install}\n`), insert(first, `${words}, `)];
  const entrypoint = `ENTRYPOINT [${words}]\n`;
  return user ? [insert(front, `${tini.install}\n`), insert(span[0], entrypoint)] : [insert(front, `${tini.install}\n${entrypoint}`)];
}

function inCompose(deployment: Deployment, { file, span }: Start): readonly Edit[] {
  const service = deployment
    .ask(composedServices)
    .find(({ file: other, own }) => other === file && (own.command ?? own.entrypoint)?.span === span);
  const text = deployment.text(file);
  return service?.own.place && text !== undefined ? addKey(text, service.own.place, 'init', true, ['command', 'entrypoint']) : [];
}
