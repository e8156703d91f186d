import { argumentThings, texts } from '../arguments.js';
import type { Run } from '../run/run.js';
import type { Exit } from '../run/traces.js';
import type { Operation } from '../run/flow.js';
import { closedWith, pendingAt } from '../ownership.js';
import { startsBeside } from '../roles.js';
import { isToItself } from '../raised-signals.js';
import type { Service } from '../service.js';
import { takesWork } from '../starts.js';
import type { ResourceThing } from '../thing.js';
import { isDeadline, isHastyEnd } from './exit-timers.js';
import { whereHanded } from './handed-exits.js';
import { mayCloseUnseen } from './outsiders.js';
import { overwrittenIn } from './overwritten.js';
import { hookRoots, signalRoots, type ShutdownRoot } from './shutdown-roots.js';

/** An exit of a shutdown that comes too early. */
export interface EarlyExit {
  readonly exit: Exit;
  readonly root: ShutdownRoot;
  /** Closes begun on the way that are not over. */
  readonly pending: readonly Operation[];
  /** Live things that nothing in the shutdown closes; only where `pending` is empty. */
  readonly open: readonly ResourceThing[];
  /** What keeps only the last of them, which is closed. */
  readonly handle?: string;
}

/** Exits of signal listeners that are reached while a close is under way, or with something live and no close at all. */
export function earlyExits(service: Service): readonly EarlyExit[] {
  return [...signalRoots(service), ...hookRoots(service)].flatMap((root) => {
    const run = service.run(root.fn);
    if (run.cut) return [];
    const found = run.exits
      .filter((exit) => isEnd(service, root, exit) && !exit.flow.failed)
      .map((exit): EarlyExit => ({
        exit,
        root,
        pending: outermost(
          pendingAt(service, exit.flow).filter(
            (operation) => operation.things.length > 0 && !operation.forced && operation.kind !== 'abort',
          ),
        ),
        open: [],
      }));
    const early = found
      .filter((one) => one.pending.length > 0 && (!one.exit.flow.late || isHastyEnd(service, run, one.exit)))
      .map((one) => ({ ...one, exit: whereHanded(service, one.exit) }));
    return early.length > 0 || root.why !== 'signal' ? early : exitsWithoutClose(service, root);
  });
}

/** A call that goes on closing stands for what it closes. */
function outermost(operations: readonly Operation[]): readonly Operation[] {
  const calls = operations.filter(({ kind }) => kind === 'call');
  return operations.filter((operation) => !calls.some((call) => operation.stack.includes(call.site)));
}

function exitsWithoutClose(service: Service, root: ShutdownRoot): readonly EarlyExit[] {
  const run = service.run(root.fn);
  const operations = run.operations.filter((operation) => operation.kind !== 'abort' || isWaitedAfter(run, operation));
  const closesWork = operations.some(({ things }) => things.length === 0 || things.some(takesWork));
  if (run.exits.some((exit) => raisesAnother(service, root, exit))) return [];
  if (closesWork) return exitsWithLastClosed(service, root);
  const closed = closedWith(
    service,
    operations.flatMap(({ things }) => [...things]),
  );
  const open = liveThings(service, root).filter((thing) => !closed.has(thing.id));
  return open.length === 0 ? [] : firstExit(service, root, open).map((exit) => ({ exit, root, pending: [], open }));
}

/** Of several servers that a loop opens, the last alone is closed. */
function exitsWithLastClosed(service: Service, root: ShutdownRoot): readonly EarlyExit[] {
  const closed = new Set(service.run(root.fn).operations.flatMap(({ things }) => things.map(({ id }) => id)));
  const lost = liveThings(service, root).filter(({ id }) => closed.has(id));
  const handles = lost.flatMap((thing) => overwrittenIn(service, thing) ?? []);
  const [handle] = handles;
  if (handle === undefined) return [];
  const open = lost.filter((thing) => overwrittenIn(service, thing) === handle);
  return firstExit(service, root, open).map((exit) => ({ exit, root, pending: [], open, handle }));
}

/** The first end of the process that is no deadline. */
function firstExit(service: Service, root: ShutdownRoot, open: readonly ResourceThing[]): readonly Exit[] {
  const run = service.run(root.fn);
  const isHidden = open.some((thing) => mayCloseUnseen(service, run, thing));
  const exits = run.exits.filter(
    (exit) =>
      exit.how !== 'abort' &&
      isEnd(service, root, exit) &&
      !exit.flow.failed &&
      !exit.flow.again &&
      !(exit.flow.unseen && isHidden) &&
      !isDeadline(service, exit),
  );
  // A timer without a code may be a deadline too: where there is another end, that is the one that comes too early.
  const [first] = exits.filter(({ flow }) => !flow.late).concat(exits);
  return first ? [whereHanded(service, first)] : [];
}

/** The process ends here; by a signal of its own too, when nobody else listens for that. */
function isEnd(service: Service, root: ShutdownRoot, exit: Exit): boolean {
  return exit.how !== 'signal' || raisedSignals(service, root, exit) === 'own';
}

/** Hands over to the listener of another signal. */
function raisesAnother(service: Service, root: ShutdownRoot, exit: Exit): boolean {
  return exit.how === 'signal' && raisedSignals(service, root, exit) === 'other';
}

/** Whose signal the process sends itself: that of the listener again, another one, or one to another process. */
function raisedSignals(service: Service, { listener }: ShutdownRoot, { site }: Exit): 'own' | 'other' | 'elsewhere' {
  if (!isToItself(service, site)) return 'elsewhere';
  const own = listener?.signals ?? [];
  const raised = texts(argumentThings(service.link, site, 1));
  if (raised.includes('SIGKILL')) return 'own';
  const isHeard = service.signalListeners.some((other) => other !== listener && other.signals.some((signal) => own.includes(signal)));
  return listener && raised.every((signal) => own.includes(signal)) && !isHeard ? 'own' : 'other';
}

/** Some wait comes after the abort and before an exit. */
function isWaitedAfter({ exits }: Run, operation: Operation): boolean {
  return exits.some(({ flow }) => !flow.late && flow.operations.get(operation) === 'done');
}

/** What is live in the processes that register the listener. */
export function liveThings(service: Service, root: ShutdownRoot): readonly ResourceThing[] {
  const site = root.listener?.site;
  if (!site) return [];
  const processes = service.processes.filter((process) => process.listeners.some((listener) => listener.site.call === site.call));
  return processes.flatMap((process) =>
    startsBeside(service, process, site)
      .map((start) => start.thing)
      .filter(takesWork),
  );
}
