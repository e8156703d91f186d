import type { Span } from '../../facts/module-facts.js';
import { walkSteps } from '../../facts/walk.js';
import type { ProbeFact } from '../../manifests/kubernetes/model.js';
import type { Deployment } from '../deployment/deployment.js';
import { handlersOf, pathOf, patienceOf, targetOf } from '../deployment/probe-targets.js';
import { isPatched, workloadsOf, type Container, type Workload } from '../deployment/workloads.js';
import { isForeign } from '../deployment/known-images.js';
import type { FunctionThing } from '../thing.js';
import { blockingCalls } from './blocking.js';
import { probesOf } from './probes.js';

/** A liveness probe that asks what readiness asks, and no later. */
export interface SharedProbe {
  readonly workload: Workload;
  readonly container: Container;
  readonly liveness: ProbeFact;
  readonly readiness: ProbeFact;
  /** Seconds until a restart, and until no more requests come. */
  readonly patience: readonly [liveness: number, readiness: number];
  readonly path: string | undefined;
  /** A path of the service that says no more than that it runs. */
  readonly other: string | undefined;
}

export function sharedProbes(deployment: Deployment): readonly SharedProbe[] {
  return deployment.ask(workloadsOf).flatMap((workload) => {
    if (isPatched(workload, 'livenessProbe') || isPatched(workload, 'readinessProbe')) return [];
    return workload.containers.flatMap((container) => sharedIn(workload, container) ?? []);
  });
}

function sharedIn(workload: Workload, container: Container): SharedProbe | undefined {
  const { liveness, readiness } = container.fact.probes;
  if (!liveness?.isWhole || !readiness?.isWhole || isForeign(container.fact)) return undefined;
  const target = targetOf(container, liveness);
  const slow = patienceOf(liveness);
  const quick = patienceOf(readiness);
  if (target === undefined || target !== targetOf(container, readiness) || slow === undefined || quick === undefined || slow > quick)
    return undefined;
  if (neverFails(liveness)) return undefined;
  const path = pathOf(liveness);
  if (path !== undefined && isCheap(container, path)) return undefined;
  return { workload, container, liveness, readiness, patience: [slow, quick], path, other: otherPath(container, path) };
}

/** `exec: { command: ["true"] }` stands where a platform wants a probe, and asks nothing. */
function neverFails({ handlers }: ProbeFact): boolean {
  const words = handlers.length === 1 && handlers[0]?.kind === 'exec' ? (handlers[0].command?.words ?? []) : [];
  const shell = /(?:^|\/)(?:ba|da|a)?sh$/u.test(words[0] ?? '') && words[1] === '-c' ? words[2] : undefined;
  const command = (shell ?? words.join(' ')).trim();
  return /^(?:(?:\S*\/)?(?:true|echo(?: [\w .-]*)?)|:|exit 0);?$/u.test(command);
}

/** The code is seen, asks nobody, and says the same whatever the state of the service. */
function isCheap(container: Container, path: string): boolean {
  const { running } = container.source ?? {};
  const handlers = handlersOf(container, path);
  if (!running || handlers.length === 0) return false;
  return handlers.every(({ fn, part }) => blockingCalls(running.service, fn, { part }).length === 0 && !chooses(fn, part));
}

/** Answers one way or the other. */
function chooses({ module, function: id }: FunctionThing, part: Span | undefined): boolean {
  let found = false;
  const isInside = ([start, end]: Span): boolean => !part || (part[0] <= start && end <= part[1]);
  walkSteps(
    module.function(id)?.body ?? [],
    (value) => {
      found ||= value.kind === 'choice' && isInside(value.span);
    },
    (step) => {
      found ||= (step.kind === 'branch' || step.kind === 'switch' || step.kind === 'attempt') && isInside(step.span);
    },
  );
  return found;
}

function otherPath(container: Container, path: string | undefined): string | undefined {
  const { running } = container.source ?? {};
  if (!running) return undefined;
  const { service, process } = running;
  const found = probesOf(service).find(
    (probe) => probe.kind === 'liveness' && probe.path !== path && probe.path.startsWith('/') && process.possible.has(probe.fn.id),
  );
  return found?.path;
}
