import type { HookFact } from '../../manifests/kubernetes/model.js';
import type { Stated } from '../../manifests/stated.js';
import type { Running } from '../deployment/running.js';
import type { Deployment } from '../deployment/deployment.js';
import { hookSeconds } from '../deployment/hooks.js';
import { spotIn, type Spot } from '../deployment/patches.js';
import { workloadsOf, type Container, type Workload } from '../deployment/workloads.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import { shutdownTime, type Duration } from './shutdown-time.js';

/** A grace period that does not hold what has to happen in it. */
export interface ShortGrace {
  readonly workload: Workload;
  readonly container: Container;
  /** `zero`: nothing runs. `hook`: the preStop hook alone uses it up; `mostly`: nearly so. `short`: hook and shutdown do; `tight`: they end with it. */
  readonly because: 'zero' | 'hook' | 'mostly' | 'short' | 'tight';
  /** Where the number stands that is too small; undefined for the default, or in a patch whose place is not found. */
  readonly stated: Spot | undefined;
  /** No file says a number, so one can be added to the workload. */
  readonly isDefault: boolean;
  /** Seconds that are waited. */
  readonly grace: number;
  /** Seconds that the hook takes. */
  readonly hook: number;
  /** Seconds that are needed. */
  readonly needed: number;
  readonly code: CodeTime | undefined;
  /** A failed liveness probe leads to it rather than the end of the pod. */
  readonly isProbe: boolean;
}

/** What the code's shutdown may take. */
export interface CodeTime {
  readonly seconds: number;
  readonly parts: readonly Duration[];
}

/** Less than this is left to nobody's use. Seconds. */
const MARGIN = 2;
/** Of the whole, for a hook. */
const MOST = 0.8;

export function shortGraces(deployment: Deployment): readonly ShortGrace[] {
  return deployment.ask(workloadsOf).flatMap((workload) => {
    if (workload.fact.isTask) return [];
    const containers = workload.containers.filter(({ fact }) => fact.role === 'main');
    return containers.flatMap((container) =>
      variantsOf(deployment, workload, container).flatMap((variant) => judged(workload, container, variant)),
    );
  });
}

/** What Kubernetes leaves to the code of a service, hooks and a margin taken off. Seconds, for each of its containers. */
export function graceLeft(deployment: Deployment, service: Service): readonly number[] {
  return deployment.ask(workloadsOf).flatMap((workload) => {
    const containers = workload.containers.filter(({ source }) => source?.running?.service === service);
    const variants = containers.flatMap((container) => variantsOf(deployment, workload, container));
    return variants.flatMap(({ grace, hook, isHidden }) =>
      grace === undefined || isHidden || workload.fact.isTask ? [] : [grace - (hookSeconds(hook) ?? 0) - MARGIN],
    );
  });
}

/** What holds for the pods of one overlay, or of the workload as it stands. */
interface Variant {
  /** Seconds; undefined when not known. */
  readonly grace: number | undefined;
  readonly isDefault: boolean;
  readonly stated: Spot | undefined;
  readonly hook: HookFact | undefined;
  /** A template or an operation may write it. */
  readonly isHidden: boolean;
  /** Kills after a failed probe wait so long. */
  readonly probe: Stated<number> | undefined;
}

function variantsOf(deployment: Deployment, { file, fact, patches }: Workload, { fact: container }: Container): readonly Variant[] {
  const { gracePeriod, place } = fact.pod;
  const own: Variant = {
    grace: gracePeriod ? gracePeriod.value : deployment.settings.gracePeriodSeconds,
    isDefault: !gracePeriod,
    stated: gracePeriod && { file, span: gracePeriod.span },
    hook: container.preStop,
    isHidden: (!gracePeriod && place?.isWhole !== true) || (!container.preStop && container.hasUnseenLifecycle),
    probe: container.probes.liveness?.gracePeriod,
  };
  const touching = patches.filter(({ text }) => /terminationGracePeriodSeconds|preStop/u.test(text));
  if (touching.length === 0) return [own];
  return touching.map((patch) => {
    const grace = patch.fact?.pod.gracePeriod;
    const hook = patch.fact?.pod.containers.find(({ name }) => name.value === container.name.value)?.preStop ?? own.hook;
    const stated = grace && spotIn(deployment, patch, grace.span);
    return { ...own, ...(grace && { grace: grace.value, isDefault: false, stated }), hook, isHidden: own.isHidden || !patch.fact };
  });
}

function judged(workload: Workload, container: Container, variant: Variant): readonly ShortGrace[] {
  const { grace, stated, isDefault, hook: hookFact, isHidden, probe } = variant;
  if (grace === undefined || isHidden) return [];
  const hook = hookFact ? hookSeconds(hookFact) : 0;
  const code = codeTime(container.source?.running);
  const needed = (hook ?? 0) + (code?.seconds ?? 0);
  const base = { workload, container, stated, isDefault, grace, hook: hook ?? 0, needed, code, isProbe: false };
  const because = grace === 0 ? 'zero' : reason(grace, hook ?? 0, code);
  const killed = probe?.value !== undefined && probe.value > 0 ? reason(probe.value, hook ?? 0, code) : undefined;
  return [
    ...(because ? [{ ...base, because }] : []),
    ...(killed && probe?.value !== undefined
      ? [{ ...base, because: killed, grace: probe.value, stated: { file: workload.file, span: probe.span }, isProbe: true }]
      : []),
  ];
}

function reason(grace: number, hook: number, code: CodeTime | undefined): ShortGrace['because'] | undefined {
  if (hook >= grace) return 'hook';
  const needed = hook + (code?.seconds ?? 0);
  if (code && needed > grace) return 'short';
  if (hook > grace * MOST) return 'mostly';
  return code && needed > grace - MARGIN ? 'tight' : undefined;
}

/** The deadline of the code, and a wait before the deadline begins to run. */
export function codeTime(running: Running | undefined, signal = 'SIGTERM'): CodeTime | undefined {
  if (!running) return undefined;
  const { deadline, delay } = shutdownTime(running, signal);
  const parts = [deadline, delay].filter((part) => typeof part === 'object');
  if (typeof deadline !== 'object' || typeof delay !== 'object') return parts[0] && { seconds: parts[0].ms / 1000, parts };
  const isAfter = startsAfter(deadline.site, delay.site);
  return isAfter
    ? { seconds: (deadline.ms + delay.ms) / 1000, parts }
    : { seconds: Math.max(deadline.ms, delay.ms) / 1000, parts: [deadline] };
}

/** Both stand in one function, one below the other. */
function startsAfter({ module, owner, call }: CallSite, before: CallSite): boolean {
  const body = module.function(owner)?.span;
  return body !== undefined && module === before.module && body[0] < before.call.span[0] && before.call.span[1] <= call.span[0];
}
