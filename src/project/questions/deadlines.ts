import { argumentGiven } from '../arguments.js';
import type { CallSite } from '../module.js';
import type { Operation } from '../run/flow.js';
import type { Run } from '../run/run.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { takesWork } from '../starts.js';
import type { FunctionThing, ResourceThing } from '../thing.js';
import { signalRoots, type ShutdownRoot } from './shutdown-roots.js';

export interface UnboundedShutdown {
  readonly fn: FunctionThing;
}

/** Time-outs handed to something that is not seen: `stop({ timeoutMs })`. */
const BOUND = /time_?out|deadline|grace|max_?wait|abort_?signal/iu;

/** The function with which a shutdown begins, and the listener if a signal begins it. */
type Begun = Pick<ShutdownRoot, 'fn' | 'listener'>;

/** Shutdowns that wait for something that may never end. */
export function unboundedShutdowns(service: Service): readonly UnboundedShutdown[] {
  const fatal = service.handed('fatal').flatMap(({ functions }) => functions.map((fn): Begun => ({ fn })));
  return [...signalRoots(service), ...fatal].flatMap((root: Begun) => {
    const run = service.run(root.fn);
    const waits = run.operations.some(
      (operation) =>
        operation.kind === 'close' && operation.things.length > 0 && operation.close.style !== 'sync' && isEnding(run, operation),
    );
    return !run.cut && waits && !isBounded(service, root, run) ? [{ fn: service.shutdownBehind(root.fn) }] : [];
  });
}

/** No exit of the shutdown comes before its end. */
function isEnding(run: Run, operation: Operation): boolean {
  return run.exits.every(({ flow }) => (flow.operations.get(operation) ?? 'done') === 'done');
}

function isBounded(service: Service, { fn, listener }: Begun, run: Run): boolean {
  if (endsLate(run) || run.raced || hasBoundBeside(service, listener)) return true;
  const isCut = run.operations.some((operation) => isCutLate(run, operation));
  const lasting = run.operations.filter(
    (operation) => operation.close.style !== 'sync' && !operation.forced && !(isCut && !operation.things.some(takesWork)),
  );
  if (lasting.every((operation) => hasDeadline(service, operation) || isCutLate(run, operation))) return true;
  return [...service.reach.from([fn]).values()].some((reached) => service.reach.callsIn(reached).some((site) => isBound(service, site)));
}

/** A timer ends the process. */
function endsLate(run: Run): boolean {
  return run.exits.some(({ flow }) => flow.late);
}

/** Another listener of one of the signals sets the deadline. */
function hasBoundBeside(service: Service, listener: SignalListener | undefined): boolean {
  if (!listener) return false;
  return signalRoots(service).some(
    (other) => other.listener?.signals.some((signal) => listener.signals.includes(signal)) === true && endsLate(service.run(other.fn)),
  );
}

/** A timer cuts what the close may wait for. */
function isCutLate(run: Run, { things }: Operation): boolean {
  return run.beginnings.some(
    ({ operation, flow }) => operation.forced && flow.late && operation.things.some(({ id }) => things.some((thing) => thing.id === id)),
  );
}

/** A time-out is handed to something that is not seen, or a signal tells the time. */
function isBound(service: Service, site: CallSite): boolean {
  const callee = service.text(site.module, site.call.callee.span);
  if (/\bAbortSignal\.timeout$/u.test(callee)) return true;
  const isUnseen = service.link
    .called(site)
    .some((thing) => thing.kind === 'unknown' || thing.kind === 'external' || thing.kind === 'function');
  return isUnseen && [callee, ...site.call.args.map((value) => service.text(site.module, value.span))].some((text) => BOUND.test(text));
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
