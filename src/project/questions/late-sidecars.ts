import type { Deployment } from '../deployment/deployment.js';
import { isHelper } from '../deployment/known-images.js';
import { workloadsOf, type Container, type Workload } from '../deployment/workloads.js';

/** A helper of the app that is stopped at the same time as the app. */
export interface LateSidecar {
  readonly workload: Workload;
  readonly sidecar: Container;
  /** The app that still needs it. */
  readonly app: Container;
}

/** Settings by which such a helper waits for the app by itself. */
const WAITING = /max-sigterm-delay|term_timeout|drain-time|shutdown-?grace/iu;

export function lateSidecars(deployment: Deployment): readonly LateSidecar[] {
  return deployment.ask(workloadsOf).flatMap((workload) => {
    const main = workload.containers.filter(({ fact }) => fact.role === 'main');
    const app = main.find(({ source }) => source !== undefined);
    if (workload.fact.isTask || !app) return [];
    return main.filter((container) => container !== app && isStoppedAtOnce(container)).map((sidecar) => ({ workload, sidecar, app }));
  });
}

/** A helper that does not wait for the app in a way of its own. */
function isStoppedAtOnce({ fact }: Container): boolean {
  const words = [...(fact.command?.words ?? []), ...(fact.args?.words ?? [])];
  const isHidden = fact.hasUnseenLifecycle || [fact.command, fact.args].some((list) => list && !list.words);
  return isHelper(fact.image ?? {}, words) && !fact.preStop && !isHidden && !words.some((word) => WAITING.test(word));
}
