import { takesWork } from '../starts.js';
import { distinct, join, pending, settle, type Flow, type Operation, type Settlement } from './flow.js';

/** A promise under construction: what its executor began, and the ways on which its `resolve` and `reject` are called, found as the run goes on. */
export interface Deferred {
  readonly begun: readonly Operation[];
  readonly ways: Flow[];
  readonly failures: Flow[];
}

/** What is known of a promise, at hand or kept in a variable. */
export interface Promised {
  /** What is over when it settles. */
  readonly settled: readonly Settlement[];
  /** Settles after a time, whatever happens. */
  readonly timed?: boolean;
  /** … and so soon that what is under way may well be so still. */
  readonly brief?: boolean;
  /** Never settles: the process ends first. */
  readonly never?: boolean;
  /** The operations that the value itself is, or that a list holds. */
  readonly direct?: readonly Settlement[];
  readonly deferred?: readonly Deferred[];
}

/** What a value does when it is evaluated. `flow` is absent when evaluation never ends. */
export interface Outcome extends Promised {
  readonly flow: Flow | undefined;
}

/** What an argument brings into a function: a promise, or the `resolve` of one. */
export interface Given {
  readonly promised: Promised;
  readonly ways?: Flow[];
}

const NOTHING: Promised = { settled: [], timed: false, never: false, direct: [], deferred: [] };

/** One of these, or all of them as a list. */
export function together(promises: readonly Promised[]): Promised {
  const [first] = promises;
  if (first && promises.length === 1) return first;
  if (!promises.some((one) => one.never === true || isPromised(one))) return NOTHING;
  return {
    settled: distinct(promises.map(({ settled }) => settled)),
    timed: promises.some(({ timed }) => timed === true),
    brief: promises.every(({ timed, brief }) => timed !== true || brief === true),
    never: promises.length > 0 && promises.every(({ never }) => never === true),
    direct: distinct(promises.map(({ direct }) => direct ?? [])),
    deferred: [...new Set(promises.flatMap(({ deferred }) => deferred ?? []))],
  };
}

/** Whether anything is known of it at all. */
export function isPromised({ settled, timed, direct, deferred }: Promised): boolean {
  return settled.length > 0 || timed === true || (direct ?? []).length > 0 || (deferred ?? []).length > 0;
}

/** With what the calls of `resolve` have told so far. */
export function sofar(promised: Promised): Promised {
  if (!promised.deferred || promised.deferred.length === 0) return promised;
  const prompt = promised.deferred.map(({ begun, ways }) => {
    const end = join(...ways.filter((way) => !way.late));
    return end ? doneIn(end) : ways.length > 0 ? [] : begun;
  });
  const timers = promised.deferred.filter(({ ways }) => ways.length > 0 && ways.every((way) => way.late));
  const settled = distinct([promised.settled, ...prompt]);
  if (timers.length === 0) return { ...promised, settled, deferred: [] };
  const isBrief = timers.every(({ ways }) => ways.every((way) => pending(way).length > 0));
  return { ...promised, settled, timed: true, brief: isBrief && (promised.timed !== true || promised.brief === true), deferred: [] };
}

/** Whether a timer settles it when nothing else does: a race without its name. */
export function isRaced({ deferred = [] }: Promised): boolean {
  return deferred.some(({ ways, failures }) => ways.some((way) => !way.late) && [...ways, ...failures].some((way) => way.late));
}

/** The flow once the promise has settled. Who waits for what a signal closes is seldom seen: any wait may be for that. */
export function afterwards(flow: Flow, promised: Promised): Flow {
  const aborted = [...flow.operations.keys()].filter(({ kind }) => kind === 'abort');
  return settle(promised.timed === true ? later(flow, promised.brief) : flow, [...promised.settled, ...aborted]);
}

/** After some time. A brief one is enough for a log or a connection, and over before the work in hand is. */
function later(flow: Flow, isBrief = false): Flow {
  const isOver = ({ things }: Operation): boolean => !isBrief || !things.some(takesWork);
  return { ...settle(flow, pending(flow).filter(isOver)), waited: true };
}

/** In the callback of a timer, whatever has happened meanwhile. */
export function afterTimer(flow: Flow, isBrief = false): Flow {
  return { ...later(flow, isBrief), late: true, before: flow.late ? flow.before : doneIn(flow) };
}

export function doneIn(flow: Flow): readonly Operation[] {
  return [...flow.operations].flatMap(([operation, progress]) => (progress === 'done' ? [operation] : []));
}
