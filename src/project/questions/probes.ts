import type { Span } from '../../facts/module-facts.js';
import { isOfRoute } from '../callbacks.js';
import type { Module } from '../module.js';
import type { ServedRoute } from '../routes.js';
import type { Service } from '../service.js';
import type { FunctionThing } from '../thing.js';
import { urlDispatches } from '../url-dispatch.js';

/** What asks, and so what an answer of no leads to: a restart, or no more traffic. Unclear paths count as readiness. */
export type ProbeKind = 'liveness' | 'readiness';

/** The code that answers a health probe. */
export interface Probe {
  readonly kind: ProbeKind;
  readonly path: string;
  readonly fn: FunctionThing;
  /** The part of the function that answers; all of it when absent. */
  readonly part?: Span;
  /** The manifest that says what kind it is, as `k8s/orders.yaml:12`. */
  readonly askedAt?: string;
}

const LIVENESS = /(?:^|\/)(?:live|livez|liveness|alive|is-?alive|lively)$/iu;
const PROBE =
  /(?:^|\/)_?(?:health|healthz|healthy|health[-_]?check|ready|readyz|readiness|is-?ready|ping|status|heartbeat|up|startup|startupz)(?:\.json)?$/iu;
/** Words that other resources have as well: they name a probe only near the root. */
const AMBIGUOUS = /(?:ping|heartbeat|check|full|db)$/iu;
/** Parts of a path that name no thing of which a status could be asked. */
const GENERAL = /^(?:|_|api|v\d+|internal|private|public|apps?|services?|system|server|rest|monitor|monitoring|management|ops)$/iu;
const IN_HEALTH = /(?:^|\/)(?:health|healthz|probes?|status)\/(?:live|liveness|ready|readiness|startup|check|ping|db|full)$/iu;

export function probeKind(service: Service, path: string): ProbeKind | undefined {
  const { liveness, readiness } = service.settings.probes;
  if (liveness.includes(path)) return 'liveness';
  if (readiness.includes(path)) return 'readiness';
  if (/[:{$*[]/u.test(path) || isOfAThing(path) || (AMBIGUOUS.test(path) && path.split('/').length > 4)) return undefined;
  if (LIVENESS.test(path)) return 'liveness';
  return PROBE.test(path) || IN_HEALTH.test(path) ? 'readiness' : undefined;
}

/** `/auto-backup/status`, `/api/clients/active/ready`: words of everyday speech tell of a thing that is named before them. */
function isOfAThing(path: string): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1);
  const named = namedParts(path);
  // A service may stand below its own name, of which nobody asks whether it is up.
  return EVERYDAY.test(last) ? named > 1 : /^(?:status|up)$/iu.test(last) && named > 0;
}

/** How many things a path names on the way: one in `/api/queue/health`. */
export function namedParts(path: string): number {
  const parts = path.split('/').slice(0, -1);
  return parts.filter((part) => !GENERAL.test(part) && !OF_HEALTH.test(part)).length;
}

const EVERYDAY = /^(?:ready|live|alive|is-?ready|is-?alive|startup|heartbeat)$/iu;
const OF_HEALTH = /^_?(?:health|healthz|health[-_]?checks?|probes?|status|actuator)$/iu;

/** The probes that the service answers. */
export function probesOf(service: Service): readonly Probe[] {
  return [...routeProbes(service), ...helperProbes(service), ...dispatchedProbes(service)];
}

function routeProbes(service: Service): readonly Probe[] {
  return service.routes.flatMap((route) => {
    const path = probePath(service, route);
    const kind = path === undefined ? undefined : probeKind(service, path);
    return path === undefined || !kind || !route.isRead || route.isMixed === true ? [] : route.handlers.map((fn) => ({ kind, path, fn }));
  });
}

/** The path at which a platform asks the route; it asks no page for people, `/admin/health`, where the service has a probe beside it. */
export function probePath(service: Service, { paths }: ServedRoute): string | undefined {
  const { liveness, readiness } = service.settings.probes;
  const path = paths.find((one) => probeKind(service, one) !== undefined);
  if (path === undefined || !FOR_PEOPLE.test(path) || [...liveness, ...readiness].includes(path)) return path;
  const kind = probeKind(service, path);
  const others = service.routes.flatMap((route) => route.paths);
  return others.some((one) => !FOR_PEOPLE.test(one) && probeKind(service, one) === kind) ? undefined : path;
}

const FOR_PEOPLE = /(?:^|\/)(?:admin|administration|backoffice|console|dashboard)\//iu;

/** Health checks that a library runs: terminus, lightship, `@HealthCheck`. */
function helperProbes(service: Service): readonly Probe[] {
  return service.handed('probe').flatMap((handover) =>
    handover.functions.map((fn) => {
      const path = keyOf(handover.site.module, fn);
      return { kind: probeKind(service, path) ?? 'readiness', path, fn };
    }),
  );
}

function keyOf(module: Module, fn: FunctionThing): string {
  const object = module.objects.get(fn.function);
  const property = object?.properties.find(({ value }) => value.kind === 'function' && value.function === fn.function);
  return property?.name ?? 'health check';
}

/** `if (req.url === '/healthz') …` in a handler of a plain server. */
function dispatchedProbes(service: Service): readonly Probe[] {
  const handlers = service.handed('request').filter((handover) => handover.target.kind === 'member' && !isOfRoute(handover));
  return handlers.flatMap(({ functions }) =>
    functions.flatMap((fn) =>
      urlDispatches(fn).flatMap(({ path, part }) => {
        const kind = probeKind(service, path);
        return kind ? [{ kind, path, fn, part }] : [];
      }),
    ),
  );
}
