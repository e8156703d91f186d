import type { Beginning } from '../run/traces.js';
import type { Operation } from '../run/flow.js';
import { closedWith, pendingAt } from '../ownership.js';
import { startsBeside } from '../roles.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import { takesWork, type Start } from '../starts.js';
import { mayCloseUnseen } from './outsiders.js';
import { placeOfOrder } from './order-places.js';
import { areOfOneElement } from './same-elements.js';
import { hookRoots, methodRoots, signalRoots, type ShutdownRoot } from './shutdown-roots.js';
import { isStranger, isUnrelatedSchedule } from './strangers.js';

/** A close that comes before the end of what still uses the closed thing. */
export interface Disorder {
  readonly early: Operation;
  /** Where the order is chosen: the call of the close, or of the function that closes and knows nothing of the others. */
  readonly place: CallSite;
  /** Closes of the same list that come too early for the same reason, when that is a long one. */
  readonly others: readonly Operation[];
  /** What uses it and is closed later or meanwhile; absent when nothing closes it. */
  readonly user: Operation | undefined;
  readonly because: 'before' | 'meanwhile' | 'live';
  readonly root: ShutdownRoot;
}

const RANKS: Readonly<Record<string, number>> = { 'stop-accepting': 0, drain: 0, 'close-dependencies': 1, 'flush-telemetry': 2 };

/** Where a wait stands that waits for nothing the order is meant as it should be, and the wait is the defect. */
const HEEDED = new Set<Operation['wait']>(['awaited', 'callback', 'returned', 'floating']);

export function disorders(service: Service): readonly Disorder[] {
  const roots = [...signalRoots(service), ...hookRoots(service), ...methodRoots(service)];
  return roots.flatMap((root) => {
    const run = service.run(root.fn);
    if (run.cut) return [];
    const beginnings = run.beginnings.filter(
      ({ operation, flow }) => rank(operation) >= 0 && !flow.late && !flow.failed && !operation.forced,
    );
    const all = beginnings.flatMap((beginning, index) => disorder(service, root, beginning, beginnings, index));
    return listed(all.map((one) => ({ ...one, place: placeOfOrder(service, one) })));
  });
}

/** From how many on closes are told together. */
const MANY = 3;

/** A long list of closes before the same one is told once. */
function listed(all: readonly Placed[]): readonly Disorder[] {
  const lists = new Map<string, Placed[]>();
  for (const one of all) {
    const key = [one.place.module.key, one.place.owner, one.because, one.user?.site.call.span.join('-')].join(' ');
    lists.set(key, [...(lists.get(key) ?? []), one]);
  }
  return [...lists.values()].flatMap((list) => {
    const [first, ...rest] = list;
    if (!first || list.length < MANY) return list.map((one) => ({ ...one, others: [] }));
    return [{ ...first, others: rest.map(({ early }) => early) }];
  });
}

type Single = Omit<Disorder, 'others' | 'place'>;
type Placed = Omit<Disorder, 'others'>;

function rank(operation: Operation): number {
  const ranks = operation.things.map((thing) => RANKS[thing.type.phase ?? ''] ?? -1);
  return ranks.length === 0 || operation.kind === 'call' ? -1 : Math.max(...ranks);
}

function disorder(
  service: Service,
  root: ShutdownRoot,
  { operation, flow }: Beginning,
  all: readonly Beginning[],
  index: number,
): readonly Single[] {
  const own = rank(operation);
  // An abort tells running work to give up: it is begun with the drain, whatever the work had opened with the signal.
  if (own === 0 || operation.kind === 'abort') return [];
  const under = pendingAt(service, flow).find(
    (other) => HEEDED.has(other.wait) && rank(other) >= 0 && rank(other) < own && other.close.drains,
  );
  if (under) return [{ early: operation, user: under, because: 'meanwhile', root }];
  const later = all.slice(index + 1).find((other) => isLaterUser(service, { operation, flow }, other));
  if (later)
    return [
      { early: operation, user: later.operation, because: later.flow.operations.get(operation) === 'begun' ? 'meanwhile' : 'before', root },
    ];
  return own === 1 && (isEarlyHook(root, all) || (root.why === 'signal' && isStillServed(service, root, all)))
    ? [{ early: operation, user: undefined, because: 'live', root }]
    : [];
}

/** Closed later although it may use what is closed now. What is closed side by side is over at once where it drains nothing. */
function isLaterUser(service: Service, { operation, flow }: Beginning, other: Beginning): boolean {
  const own = rank(other.operation);
  if (
    other.operation.kind === 'abort' ||
    own < 0 ||
    own >= rank(operation) ||
    flow.operations.has(other.operation) ||
    !follows(other, operation) ||
    areOfOneElement(service, operation, other.operation)
  )
    return false;
  if (isSilent(other.operation) && rank(operation) === RANKS['flush-telemetry']) return false;
  if (!other.operation.close.drains && other.flow.operations.get(operation) === 'begun') return false;
  const { things } = other.operation;
  if (things.length > 0 && things.every((thing) => isUnrelatedSchedule(service, thing, operation.things))) return false;
  // After the drain of another one, a server whose handlers do not speak of the closed thing is beside the work: metrics, health.
  const drained = [...flow.operations].some(([before, progress]) => progress === 'done' && before.things.some(takesWork));
  return !drained || things.length === 0 || !things.every((thing) => isStranger(service, thing, operation.things));
}

/** Nothing of it is measured: watched files, child processes. */
function isSilent({ things }: Operation): boolean {
  return things.length > 0 && things.every(({ type }) => type.kind === 'watcher' || type.kind === 'process');
}

/** The framework still takes work, and the step stops none of its own before. */
function isEarlyHook({ serving }: ShutdownRoot, all: readonly Beginning[]): boolean {
  return serving !== undefined && !all.some(({ operation }) => operation.things.some(takesWork));
}

/** The other one begins on a way on which this one has begun. */
function follows(other: Beginning, operation: Operation): boolean {
  return other.flow.operations.has(operation);
}

/** The process goes on taking work, since nothing in this shutdown stops it. */
function isStillServed(service: Service, root: ShutdownRoot, all: readonly Beginning[]): boolean {
  const closed = closedWith(
    service,
    all.flatMap(({ operation }) => [...operation.things]),
  );
  const run = service.run(root.fn);
  const isHidden = run.end?.unseen === true || run.exits.some(({ flow }) => flow.unseen);
  if (all.some(({ operation }) => operation.things.some(takesWork))) return false;
  const site = root.listener?.site;
  if (!site) return false;
  const processes = service.processes.filter((process) => process.listeners.some((listener) => listener.site.call === site.call));
  const isServed = ({ thing }: Start): boolean =>
    takesWork(thing) && !closed.has(thing.id) && !(isHidden && mayCloseUnseen(service, run, thing));
  return processes.some((process) => startsBeside(service, process, site).some(isServed));
}
