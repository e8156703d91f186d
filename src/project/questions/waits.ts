import type { Operation } from '../run/flow.js';
import { pendingAt } from '../ownership.js';
import { settles } from '../run/flow.js';
import type { Run } from '../run/run.js';
import type { Service } from '../service.js';
import { takesWork } from '../starts.js';
import { hookRoots, methodRoots, signalRoots, type ShutdownRoot } from './shutdown-roots.js';
import { closesShortLived, isOfOneWork } from './short-lived.js';
import { unclosedResources } from './unclosed.js';
import { waitersOf } from './waiters.js';

/** A close that somebody needs to be over and nobody waits for. */
export interface UnawaitedClose {
  readonly operation: Operation;
  readonly root: ShutdownRoot;
  /** `false-await`: the awaited value is no promise. `never-called`: it takes no callback. `exit`, `later-step`, `end`: what comes too early. `alive`: nothing ends the process afterwards. */
  readonly because: 'false-await' | 'never-called' | 'exit' | 'later-step' | 'end' | 'alive';
}

export function unawaitedCloses(service: Service): readonly UnawaitedClose[] {
  const roots = [...signalRoots(service), ...hookRoots(service), ...methodRoots(service)];
  const found = roots.flatMap((root) => {
    const run = service.run(root.fn);
    if (run.cut) return [];
    return run.operations.flatMap((operation): readonly UnawaitedClose[] => {
      const because = reasonFor(service, run, root, operation) ?? (staysAlive(service, run, root, operation) ? 'alive' : undefined);
      return because ? [{ operation, root, because }] : [];
    });
  });
  return REASONS.flatMap((reason) => found.filter(({ because }) => because === reason)).filter(
    (one, index, all) => all.findIndex((other) => other.operation.site.call === one.operation.site.call) === index,
  );
}

/** One report for a close: the plainest reason. */
const REASONS: readonly UnawaitedClose['because'][] = ['false-await', 'never-called', 'exit', 'later-step', 'end', 'alive'];

function reasonFor(service: Service, run: Run, root: ShutdownRoot, operation: Operation): UnawaitedClose['because'] | undefined {
  if (operation.things.length === 0 || operation.forced || operation.kind === 'abort' || operation.close.style === 'sync') return undefined;
  if (root.why === 'method' && operation.things.every((thing) => isOfOneWork(service, thing))) return undefined;
  if (operation.wait === 'falsely-awaited') return 'false-await';
  if (operation.wait === 'never-called') return 'never-called';
  if (operation.wait === 'awaited') return undefined;
  const exit = run.exits.some(
    ({ flow, how }) => how === 'now' && !flow.failed && !flow.late && pendingAt(service, flow).includes(operation),
  );
  const isEarly = endsEarly(service, run, operation) && isHeeded(service, run, root, operation) && !closesShortLived(run, operation);
  if (operation.wait === 'callback') return isEarly ? 'end' : undefined;
  if (exit) return 'exit';
  if (isEarly) return 'end';
  return isOvertaken(service, run, operation) ? 'later-step' : undefined;
}

/** The listener begins to close a server and does nothing more, while other things keep the process running. */
function staysAlive(service: Service, run: Run, root: ShutdownRoot, operation: Operation): boolean {
  if (
    root.why !== 'signal' ||
    operation.kind === 'abort' ||
    operation.wait !== 'floating' ||
    run.exits.length > 0 ||
    !operation.things.some(takesWork) ||
    operation.close.style === 'sync'
  )
    return false;
  return unclosedResources(service).some(
    ({ thing, process }) => thing.type.keepsAlive === true && process.listeners.some(({ site }) => site.call === root.listener?.site.call),
  );
}

/** The function's own promise settles while the operation is under way. */
function endsEarly(service: Service, run: Run, operation: Operation): boolean {
  return run.end !== undefined && pendingAt(service, run.end).includes(operation) && !settles(run.settlements, operation);
}

/** Somebody goes on once the function is over; who is not seen may, unless the end of the close is the end of the process. */
function isHeeded(service: Service, run: Run, root: ShutdownRoot, operation: Operation): boolean {
  if (!root.awaited) return false;
  const isLast = exitsAfter(run, operation);
  if (root.why !== 'method') return !isLast;
  const waiting = waitersOf(service, root.fn);
  return waiting === 'yes' || (waiting === 'unseen' && !isLast);
}

/** The end of the close is the end of the process. */
function exitsAfter(run: Run, operation: Operation): boolean {
  return run.exits.some(({ flow, how }) => how === 'now' && !flow.late && !flow.failed && flow.operations.get(operation) === 'done');
}

/** Something that the closing thing still needs is closed meanwhile. */
function isOvertaken(service: Service, run: Run, operation: Operation): boolean {
  const phase = rank(operation);
  return run.beginnings.some(
    ({ operation: later, flow }) =>
      later !== operation && rank(later) > phase && !flow.late && !flow.failed && pendingAt(service, flow).includes(operation),
  );
}

const PHASES = ['stop-accepting', 'drain', 'close-dependencies', 'flush-telemetry'];

function rank(operation: Operation): number {
  const phases = operation.things.map((thing) => (thing.type.phase === undefined ? -1 : PHASES.indexOf(thing.type.phase)));
  const highest = Math.max(-1, ...phases);
  return highest <= 1 ? 0 : highest;
}
