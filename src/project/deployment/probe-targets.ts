import type { HandlerFact, ProbeFact } from '../../manifests/kubernetes/model.js';
import { isOfRoute } from '../callbacks.js';
import { urlDispatches } from '../url-dispatch.js';
import type { FunctionThing } from '../thing.js';
import type { Span } from '../../facts/module-facts.js';
import type { Container } from './workloads.js';

/** What a probe asks, as a text to compare; undefined when a part of it is not known. */
export function targetOf({ fact }: Container, { handlers }: ProbeFact): string | undefined {
  const [handler, ...others] = handlers;
  if (!handler || others.length > 0) return undefined;
  if (handler.kind === 'exec') return handler.command?.words && `exec ${JSON.stringify(handler.command.words)}`;
  if (handler.kind !== 'httpGet') return undefined;
  const port = portNumber(fact.ports, handler.port?.value);
  const path = handler.path ? handler.path.value : '/';
  return port === undefined || path === undefined ? undefined : `${handler.scheme ?? 'HTTP'} ${handler.host ?? ''} ${port} ${path}`;
}

/** The number behind the name of a port. */
function portNumber(ports: Container['fact']['ports'], port: string | undefined): string | undefined {
  const named = ports.find(({ name }) => name !== undefined && name === port)?.number;
  return named === undefined ? port : String(named);
}

/** How long it takes until a probe that fails has its effect. Seconds; undefined when not known. */
export function patienceOf({ periodSeconds, failureThreshold }: ProbeFact): number | undefined {
  const period = periodSeconds ? periodSeconds.value : 10;
  const failures = failureThreshold ? failureThreshold.value : 3;
  return period === undefined || failures === undefined ? undefined : period * failures;
}

/** The code that answers a request of the kubelet, with the part of it that does so. */
export interface Answering {
  readonly fn: FunctionThing;
  readonly part?: Span;
}

/** The handlers of a path in the container's own process; none when it is not seen. */
export function handlersOf({ source }: Container, path: string): readonly Answering[] {
  if (!source?.running) return [];
  const { service, process } = source.running;
  const [bare = path] = path.split('?');
  const routes = service.routes
    .filter(({ isRead, paths }) => isRead && paths.includes(bare))
    .flatMap(({ handlers }) => handlers.map((fn): Answering => ({ fn })));
  const dispatched = service
    .handed('request')
    .filter((handover) => handover.target.kind === 'member' && !isOfRoute(handover))
    .flatMap(({ functions }) => functions)
    .flatMap((fn) => urlDispatches(fn).flatMap(({ path: one, part }): readonly Answering[] => (one === bare ? [{ fn, part }] : [])));
  return [...routes, ...dispatched].filter(({ fn }) => process.possible.has(fn.id));
}

export function pathOf(probe: ProbeFact | undefined): string | undefined {
  const [handler] = probe?.handlers ?? [];
  return handler?.kind === 'httpGet' ? pathIn(handler) : undefined;
}

function pathIn({ path }: HandlerFact): string | undefined {
  return path ? path.value : '/';
}
