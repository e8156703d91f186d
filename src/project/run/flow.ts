import type { Close } from '../../catalogue/shape.js';
import { endEvent } from '../end-events.js';
import type { CallSite } from '../module.js';
import type { ResourceThing } from '../thing.js';

/** A close or flush that a shutdown begins. One for each call in the text. */
export interface Operation {
  readonly site: CallSite;
  /** `call` is a call of a function of the project that goes on closing by itself; `abort` closes what was given its signal. */
  readonly kind: 'close' | 'flush' | 'call' | 'abort';
  readonly close: Close;
  /** All that the call may close, on whatever way it is reached. */
  things: readonly ResourceThing[];
  readonly forced: boolean;
  /** Calls that led here from the root of the run, outermost first. */
  readonly stack: readonly CallSite[];
  /** How its end is waited for; nothing (`floating`) until a wait is seen. */
  wait: 'floating' | 'awaited' | 'falsely-awaited' | 'callback' | 'returned' | 'never-called';
}

export type Progress = 'begun' | 'done';

/** What has happened on the way to a point of a run. Never changed: each step makes a new one. */
export interface Flow {
  readonly operations: ReadonlyMap<Operation, Progress>;
  /** On the way of an error: in a catch clause or a rejection handler. */
  readonly failed: boolean;
  /** In the callback of a timer: later, whatever has happened. */
  readonly late: boolean;
  /** In the callback of a timer: what was over already when that was set. */
  readonly before: readonly Operation[];
  /** On the way that a second start of the same shutdown takes. */
  readonly again: boolean;
  /** Time has passed since the beginning: other events had their turn. */
  readonly waited: boolean;
  /** Something that cannot be seen may have closed things. */
  readonly unseen: boolean;
  /** In a loop that goes round as often as needed: however short its waits are, together they are long enough. */
  readonly round: boolean;
}

/** What settles with a promise: an operation, or whatever closes the thing with this id. */
export type Settlement = Operation | string;

export const START: Flow = {
  operations: new Map(),
  failed: false,
  late: false,
  before: [],
  again: false,
  waited: false,
  unseen: false,
  round: false,
};

export function begin(flow: Flow, operation: Operation, progress: Progress = 'begun'): Flow {
  if (flow.operations.get(operation) === progress) return flow;
  return { ...flow, operations: new Map(flow.operations).set(operation, progress) };
}

/** After a wait for these. */
export function settle(flow: Flow, settled: readonly Settlement[]): Flow {
  const now = [...pending(flow).filter((operation) => settles(settled, operation)), ...settled.filter((one) => typeof one !== 'string')];
  const ended = now.filter((operation) => flow.operations.get(operation) !== 'done');
  if (ended.length === 0) return flow;
  const operations = new Map(flow.operations);
  for (const operation of ended) operations.set(operation, 'done');
  return { ...flow, operations };
}

export function settles(settled: readonly Settlement[], operation: Operation): boolean {
  return settled.some((one) => (typeof one === 'string' ? operation.things.some((thing) => thing.id === one) : one === operation));
}

/** After a pause: what was begun had its time. */
export function pause(flow: Flow): Flow {
  return { ...flow, waited: true, operations: new Map([...flow.operations.keys()].map((operation) => [operation, 'done' as const])) };
}

/** Where ways meet. What is pending on one of them is pending; ways that have ended do not count. Most have nothing of their own. */
export function join(...ways: readonly (Flow | undefined)[]): Flow | undefined {
  const [first, ...others] = new Set(ways.filter((way) => way !== undefined));
  if (!first || others.length === 0) return first;
  const open = [first, ...others];
  const joined: Flow = {
    operations: joinedOperations(first, others),
    failed: open.every((way) => way.failed),
    late: open.every((way) => way.late),
    before: others.every((way) => way.before === first.before) ? first.before : beforeAll(open),
    again: open.every((way) => way.again),
    waited: open.every((way) => way.waited),
    unseen: open.some((way) => way.unseen),
    round: open.every((way) => way.round),
  };
  return open.find((way) => isSame(way, joined)) ?? joined;
}

function joinedOperations(first: Flow, others: readonly Flow[]): Flow['operations'] {
  let own: Map<Operation, Progress> | undefined;
  for (const [operation, progress] of others.flatMap((way) => (way.operations === first.operations ? [] : [...way.operations]))) {
    const before = (own ?? first.operations).get(operation);
    if (before === progress || before === 'begun') continue;
    own ??= new Map(first.operations);
    own.set(operation, progress);
  }
  return own ?? first.operations;
}

function beforeAll(ways: readonly Flow[]): readonly Operation[] {
  const [first, ...others] = ways;
  return (first?.before ?? []).filter((operation) => others.every((way) => way.before.includes(operation)));
}

function isSame(one: Flow, other: Flow): boolean {
  return (
    one.operations === other.operations &&
    one.before === other.before &&
    one.failed === other.failed &&
    one.late === other.late &&
    one.again === other.again &&
    one.waited === other.waited &&
    one.unseen === other.unseen &&
    one.round === other.round
  );
}

export function pending(flow: Flow): readonly Operation[] {
  return [...flow.operations].flatMap(([operation, progress]) => (progress === 'begun' ? [operation] : []));
}

/** What of `after` was not there `before`, as an onlooker sees it who does not wait: begun, unless it was over at once. */
export function unawaited(before: Flow, after: Flow): Flow {
  if (before === after) return before;
  const operations = new Map(before.operations);
  for (const [operation, progress] of after.operations) {
    if (!operations.has(operation)) operations.set(operation, isOverAtOnce(operation) ? progress : 'begun');
  }
  return { ...before, operations, unseen: before.unseen || after.unseen };
}

/** Nothing tells its end, so nobody can wait for it. */
function isOverAtOnce({ close, things }: Operation): boolean {
  return close.style === 'sync' || (close.style === 'detached' && endEvent(close, things) === undefined);
}

/** Several lists as one, each settlement once: lists that feed each other must not grow. */
export function distinct(lists: readonly (readonly Settlement[])[]): readonly Settlement[] {
  return lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())];
}
