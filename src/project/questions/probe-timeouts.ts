import type { ProbeFact } from '../../manifests/kubernetes/model.js';
import { argumentThings } from '../arguments.js';
import type { Deployment } from '../deployment/deployment.js';
import { handlersOf, pathOf } from '../deployment/probe-targets.js';
import { isPatched, workloadsOf, type Container, type Workload } from '../deployment/workloads.js';
import type { CallSite } from '../module.js';
import { numbersOf } from '../numbers.js';
import type { Service } from '../service.js';
import type { FunctionThing } from '../thing.js';
import { blockingCalls, type Blocking } from './blocking.js';

/** A probe that gives up before its handler does. */
export interface HastyProbe {
  readonly workload: Workload;
  readonly container: Container;
  readonly probe: ProbeFact;
  /** Seconds. */
  readonly timeout: number;
  /** Milliseconds that the handler may wait. */
  readonly wait: number;
  /** What it waits for, as `src/ready.ts:12`. */
  readonly place: string;
}

/** Kubernetes waits so long by default. Seconds. */
const DEFAULT = 1;

export function hastyProbes(deployment: Deployment): readonly HastyProbe[] {
  return deployment.ask(workloadsOf).flatMap((workload) =>
    workload.containers.flatMap((container) => {
      const probes = Object.values(container.fact.probes).filter(({ isWhole, kind }) => isWhole && !isPatched(workload, `${kind}Probe`));
      return probes.flatMap((probe) => hastyIn(workload, container, probe) ?? []);
    }),
  );
}

function hastyIn(workload: Workload, container: Container, probe: ProbeFact): HastyProbe | undefined {
  const { running } = container.source ?? {};
  const path = pathOf(probe);
  const timeout = probe.timeoutSeconds ? probe.timeoutSeconds.value : DEFAULT;
  if (!running || path === undefined || timeout === undefined) return undefined;
  const waits = handlersOf(container, path).flatMap(({ fn, part }) =>
    blockingCalls(running.service, fn, { part }).flatMap((blocking) => waitOf(running.service, fn, blocking) ?? []),
  );
  const longest = waits.reduce<Wait | undefined>((a, b) => (a && a.ms >= b.ms ? a : b), undefined);
  if (!longest || longest.ms < timeout * 1000) return undefined;
  return { workload, container, probe, timeout, wait: longest.ms, place: running.service.place(longest.site) };
}

interface Wait {
  readonly ms: number;
  readonly site: CallSite;
}

/** The shortest of the times that bound the call, in milliseconds. */
function waitOf(service: Service, fn: FunctionThing, { source, site, how, bounded, member }: Blocking): Wait | undefined {
  if (how !== 'dependency' || bounded !== 'yes') return undefined;
  const { io } = member.member;
  const own = typeof io === 'object' ? io.timeout.flatMap((at) => numbersAt(service, source, at)) : [];
  const origin = member.receiver?.origin;
  const client = origin ? (member.receiver.type.timeouts ?? []).flatMap((at) => numbersAt(service, { ...origin, owner: 0 }, at)) : [];
  const signals = timersIn(service, fn, site);
  const all = [...own, ...client, ...signals];
  return all.length > 0 ? { ms: Math.min(...all), site: source } : undefined;
}

function numbersAt(service: Service, site: CallSite, at: number | string): readonly number[] {
  const things = argumentThings(service.link, site, at);
  return things.flatMap((thing) => (thing.kind === 'constant' && typeof thing.value === 'number' ? [thing.value] : []));
}

/** `AbortSignal.timeout(3000)` and timers that the handler races the call with. */
function timersIn(service: Service, fn: FunctionThing, { call }: CallSite): readonly number[] {
  const sites = [...service.reach.from([fn]).values()].flatMap((one) => service.reach.callsIn(one));
  return sites.flatMap((site) => {
    if (site.call === call) return [];
    const isSignal = /\bAbortSignal\.timeout$/u.test(service.text(site.module, site.call.callee.span));
    const timer = service.link.called(site).find((thing) => thing.kind === 'member' && thing.member.timer === 'once');
    const argument = isSignal || (timer?.kind === 'member' && timer.member.promise === true) ? 0 : timer ? 1 : undefined;
    const value = argument === undefined ? undefined : site.call.args[argument];
    return value ? (numbersOf(service.link, site.module, value) ?? []) : [];
  });
}
