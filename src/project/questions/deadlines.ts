import { argumentGiven } from '../arguments.js';
import { givenToWrapper } from '../callbacks.js';
import type { Operation } from '../run/flow.js';
import type { Run } from '../run/run.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { isOf } from '../ownership.js';
import { takesWork } from '../starts.js';
import { isHandedTime } from './handed-times.js';
import type { FunctionThing, ResourceThing } from '../thing.js';
import { isRelay } from './relays.js';
import { closesShortLived } from './short-lived.js';
import { signalRoots, type ShutdownRoot } from './shutdown-roots.js';

export interface UnboundedShutdown {
  readonly fn: FunctionThing;
}

/** The function with which a shutdown begins, and the listener if a signal begins it. */
type Begun = Pick<ShutdownRoot, 'fn' | 'listener'>;

/** Shutdowns that wait for something that may never end; what a crash runs of a signal's shutdown is told at the signal alone. */
export function unboundedShutdowns(service: Service): readonly UnboundedShutdown[] {
  const signals = signalRoots(service);
  const shutdown = new Set(signals.flatMap(({ fn }) => service.run(fn).operations.map(({ site }) => site.call)));
  const fatal = service.handed('fatal').flatMap(({ functions }) => functions.map((fn): Begun => ({ fn })));
  const begun = [
    ...signals.filter((root) => unboundedWaits(service, root).length > 0),
    ...fatal.filter((root) => unboundedWaits(service, root).some(({ site }) => !shutdown.has(site.call))),
  ];
  return begun.map(({ fn }) => ({ fn: givenToWrapper(service.link, service.shutdownBehind(fn)) }));
}

function unboundedWaits(service: Service, root: Begun): readonly Operation[] {
  const run = service.run(root.fn);
  const waits = run.operations.filter(
    (operation) =>
      operation.kind === 'close' &&
      operation.things.length > 0 &&
      operation.close.style !== 'sync' &&
      isEnding(run, operation) &&
      !isLeftBehind(run, operation) &&
      !(root.listener && isRelay(service, operation.site, root.listener)) &&
      (root.listener !== undefined || !closesShortLived(run, operation)),
  );
  return run.cut || isBounded(service, root, run) || isEndedBeside(service, root, run) ? [] : waits;
}

/** No exit of the shutdown comes before its end. */
function isEnding(run: Run, operation: Operation): boolean {
  return run.exits.every(({ flow }) => (flow.operations.get(operation) ?? 'done') === 'done');
}

/**
 * Nobody waits for it, and the process ends on every way: `child.kill(); process.exit(0)`. A timer that would begin it comes too late:
 * `setTimeout(() => child.kill('SIGKILL'), 3000); process.exit(0)`.
 */
function isLeftBehind({ beginnings, end, exits }: Run, operation: Operation): boolean {
  if (end !== undefined) return false;
  if (operation.wait === 'floating') return true;
  const isLate = beginnings.every(({ operation: other, flow }) => other !== operation || flow.late);
  return isLate && exits.every(({ flow }) => !flow.late && !flow.operations.has(operation));
}

function isBounded(service: Service, { fn, listener }: Begun, run: Run): boolean {
  const beside = runsBeside(service, listener);
  const isCutLate = run.operations.some((operation) => isCut(run, operation, true));
  const lasting = run.operations.filter(
    ({ kind, close, forced, things }) => kind !== 'call' && close.style !== 'sync' && !forced && !(isCutLate && !things.some(takesWork)),
  );
  const isShort = (operation: Operation): boolean =>
    run.raced?.has(operation) === true ||
    hasDeadline(service, operation) ||
    isCut(run, operation) ||
    [run, ...beside].some((one) => endsLate(one, operation));
  if (lasting.every(isShort)) return true;
  return [...service.reach.from([fn]).values()].some((reached) =>
    service.reach.callsIn(reached).some((site) => isHandedTime(service, site)),
  );
}

/** A timer ends the process that was set before the operation was over, as far as anything tells that. */
function endsLate({ exits }: Run, operation: Operation): boolean {
  return exits.some(({ flow }) => flow.late && (operation.close.style === 'detached' || !flow.before.includes(operation)));
}

/** Another listener of the signal ends the process, and is the one that needs the bound. */
function isEndedBeside(service: Service, { listener }: Begun, { exits }: Run): boolean {
  return exits.length === 0 && runsBeside(service, listener).some((run) => run.exits.length > 0);
}

/** What other listeners of the signals do in the same processes. */
function runsBeside(service: Service, listener: SignalListener | undefined): readonly Run[] {
  if (!listener) return [];
  const processes = service.processes.filter(({ listeners }) => listeners.includes(listener));
  return signalRoots(service)
    .map(({ fn, listener: other }) => ({ fn, other }))
    .filter(({ other }) => other !== undefined && other !== listener && other.signals.some((signal) => listener.signals.includes(signal)))
    .filter(({ other }) => processes.length === 0 || processes.some(({ listeners }) => other !== undefined && listeners.includes(other)))
    .map(({ fn }) => service.run(fn));
}

/** Something cuts what the close may wait for, at once or by a timer. */
function isCut(run: Run, { things }: Operation, isLate = false): boolean {
  return run.beginnings.some(
    ({ operation, flow }) =>
      operation.forced &&
      (flow.late || !(isLate || flow.failed || flow.again)) &&
      operation.things.some((cut) => things.some((thing) => isOf(cut, thing))),
  );
}

function hasDeadline(service: Service, { close, site, things }: Operation): boolean {
  if (things.length > 0 && things.every((thing) => isWrapped(service, thing))) return true;
  if (close.deadline === undefined) return false;
  return typeof close.deadline === 'number' && close.deadline > 20 ? true : argumentGiven(service.link, site, close.deadline) !== 'no';
}

/** What a library gave it bounds its closes. */
function isWrapped(service: Service, { id }: ResourceThing): boolean {
  return service.calls.some((site) =>
    service.link
      .called(site)
      .some(
        (target) =>
          target.kind === 'member' &&
          target.member.bounds !== undefined &&
          argumentGiven(service.link, site, target.member.bounds) === 'yes' &&
          service.link.of(site.module, site.call).some((thing) => thing.id === id),
      ),
  );
}
