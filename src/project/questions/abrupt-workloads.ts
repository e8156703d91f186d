import type { Deployment } from '../deployment/deployment.js';
import { isNodeServer, servingContainers } from '../deployment/traffic.js';
import { isPatched, workloadsOf, type Container, type Workload } from '../deployment/workloads.js';
import { closedWith } from '../ownership.js';
import type { Running } from '../deployment/running.js';
import type { Exit } from '../run/traces.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { timerOf, waitAt } from './exit-timers.js';
import { shutdownTime } from './shutdown-time.js';

/** A container that is still sent requests when it stops to listen. */
export interface AbruptContainer {
  readonly workload: Workload;
  readonly container: Container;
  /** Whether SIGTERM closes the server at once, or nothing handles it at all. */
  readonly because: 'closes' | 'unhandled';
  /** Where the listener is registered, as `src/main.ts:12`. */
  readonly place: string | undefined;
}

/** Meshes and controllers that hold requests back by themselves. */
const DRAINED = /drain|istio|linkerd|consul|kuma|cilium\.io/iu;

export function abruptContainers(deployment: Deployment): readonly AbruptContainer[] {
  return deployment.ask(workloadsOf).flatMap((workload) => {
    if (!isBalanced(workload) || isPatched(workload, 'preStop') || isPatched(workload, 'lifecycle')) return [];
    return servingContainers(workload).flatMap((container): readonly AbruptContainer[] => {
      const { preStop, hasUnseenLifecycle, place } = container.fact;
      if (preStop || hasUnseenLifecycle || !place.isWhole || !isNodeServer(container)) return [];
      return abruptly(workload, container);
    });
  });
}

/** Several pods, or one that is replaced by another, behind a Service that picks one for each request. */
function isBalanced({ fact, services }: Workload): boolean {
  if (fact.isTask || fact.annotations.some((annotation) => DRAINED.test(annotation))) return false;
  const isAlone = fact.replicas?.value === 1 && fact.strategy?.type?.value === 'Recreate';
  return !isAlone && services.some(({ fact: service }) => !service.isHeadless);
}

function abruptly(workload: Workload, container: Container): readonly AbruptContainer[] {
  const running = container.source?.running;
  if (!running) return [];
  const { delay, handles } = shutdownTime(running);
  if (handles === 'no') return [{ workload, container, because: 'unhandled', place: undefined }];
  if (handles === 'unknown' || delay !== 'none') return [];
  const listeners = running.process.listeners.filter(({ signals }) => signals.includes('SIGTERM') || signals.includes('*'));
  if (!listeners.some((listener) => stopsListening(running, listener))) return [];
  const [listener] = listeners;
  return [{ workload, container, because: 'closes', place: listener && running.service.place(listener.site) }];
}

/** Closes a server or ends the process, as far as it is seen; what goes on listening until it is killed refuses nothing. */
function stopsListening({ service, process }: Running, { functions, library }: SignalListener): boolean {
  if (library || functions.length === 0) return true;
  return functions.some((fn) => {
    const { cut, end, exits, operations } = service.run(fn);
    if (cut || end?.unseen === true || exits.some((exit) => !exit.flow.failed && !isDelayed(service, exit))) return true;
    const closed = closedWith(
      service,
      operations.flatMap(({ things }) => [...things]),
    );
    const servers = process.starts.filter(({ thing }) => thing.type.kind === 'server');
    return operations.some(({ things }) => things.length === 0) || servers.some(({ thing }) => closed.has(thing.id));
  });
}

/** What exits seconds later, without a close before, serves until then. */
function isDelayed(service: Service, exit: Exit): boolean {
  if (!exit.flow.late) return false;
  const wait = waitAt(service, timerOf(service, exit));
  return typeof wait === 'object' && wait.ms >= NOTICEABLE;
}

/** Milliseconds in which routes begin to change. */
const NOTICEABLE = 1000;
