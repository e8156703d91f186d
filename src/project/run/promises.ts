import type { CallValue, Step, Value } from '../../facts/module-facts.js';
import { isNewPromise, isPromiseClass } from '../../facts/promises.js';
import { allSteps } from '../../facts/walk.js';
import { functionsIn } from '../callbacks.js';
import type { Calling } from './calls.js';
import { distinct, unawaited, type Flow } from './flow.js';
import { callFunction, runThings, type Frame } from './functions.js';
import { afterwards, doneIn, sofar, together, type Deferred, type Outcome } from './outcome.js';
import { holdKey, markWaits } from './values.js';

const METHODS = new Set(['then', 'catch', 'finally']);

/** `.then`, `.catch` and `.finally`, on whatever promise: their callbacks run when it settles. */
export function promiseMethod(calling: Calling): Outcome | undefined {
  const { frame, site, flow } = calling;
  const { callee, args } = site.call;
  if (callee.kind !== 'member' || !METHODS.has(callee.name ?? '')) return undefined;
  const receiver = sofar(calling.receiver);
  // What only listens for failures goes on at once: that is no wait.
  if (callee.name !== 'catch') markWaits(frame.run, { ...receiver, flow });
  if (receiver.never) return { flow, settled: [], never: true };
  const isLater = receiver.timed === true && receiver.settled.length === 0 && isFloating(frame, site.call);
  const over = frame.run.told.after(afterwards(flow, receiver), calling.receiver);
  const settledFlow = isLater ? { ...over, late: true, before: doneIn(flow) } : over;
  const outcomes = args.map((value, index) => {
    const failed = callee.name === 'catch' || index === 1;
    return callbackOutcome(value, { ...settledFlow, waited: true, failed: failed || settledFlow.failed });
  });
  const after = outcomes.reduce<Flow>((now, outcome) => (outcome.flow ? unawaited(now, outcome.flow) : now), flow);
  const done = outcomes.flatMap((outcome) => (outcome.flow ? doneIn(outcome.flow) : []));
  const never = callee.name !== 'catch' && outcomes.length > 0 && outcomes.every((outcome) => !outcome.flow);
  const { settled, timed = false, brief = false } = sofar(together([receiver, ...outcomes]));
  return { flow: after, settled: distinct([settled, done]), never, timed, brief };

  function callbackOutcome(value: Value, start: Flow): Outcome {
    const ways = resolverOf(frame, value);
    if (ways) frame.run.settles(ways, start);
    return runThings(frame.run, frame.run.link.of(site.module, value), start, frame.stack, site);
  }
}

const floating = new WeakMap<readonly Step[], ReadonlySet<Value>>();

/** Nobody waits for it: `void sleep(5000).then(() => process.exit(1))` is a timer. */
function isFloating({ fn }: Frame, call: CallValue): boolean {
  const body = fn.module.function(fn.function)?.body ?? [];
  const known = floating.get(body) ?? new Set(allSteps(body).flatMap((step) => (step.kind === 'evaluate' ? chainOf(step.value) : [])));
  floating.set(body, known);
  return known.has(call);
}

/** A statement's calls one on the other, the last one first. */
function chainOf(value: Value): readonly Value[] {
  if (value.kind === 'operation' && value.operator === 'void') return value.operands.flatMap(chainOf);
  return value.kind === 'call' && value.callee.kind === 'member' ? [value, ...chainOf(value.callee.object)] : [];
}

/** `new Promise((resolve) => …)`, `Promise.fromCallback((done) => …)` and `Promise.withResolvers()`: settled with what is over on every way to `resolve`. */
export function constructPromise(calling: Calling): Outcome | undefined {
  const { frame, site, flow, targets } = calling;
  const { callee, args } = site.call;
  if (callee.kind === 'member' && callee.name === 'withResolvers' && isPromiseClass(callee.object)) {
    return { flow, settled: [], deferred: [{ begun: [], ways: [], failures: [] }] };
  }
  const [executor] = args;
  const isSettledBy = targets.some((thing) => thing.kind === 'member' && thing.member.settledBy === 0);
  if (!executor || !(isSettledBy || isNewPromise(site.call))) return undefined;
  const [fn] = functionsIn(frame.run.link, frame.run.link.of(site.module, executor));
  if (!fn) return { flow, settled: [] };
  const ways: Flow[] = [];
  const failures: Flow[] = [];
  const promised = { settled: [] };
  const inside = callFunction(
    frame.run,
    fn,
    flow,
    [...frame.stack, site],
    [
      { promised, ways },
      { promised, ways: failures },
    ],
  );
  const after = inside.flow ?? flow;
  const begun = [...after.operations.keys()].filter((operation) => !flow.operations.has(operation));
  return { flow: after, settled: [], deferred: [{ begun, ways, failures }] };
}

/** The ways of the promise whose `resolve` this is. */
export function resolverOf(frame: Frame, value: Value | undefined): Flow[] | undefined {
  const key = value && holdKey(frame, value);
  const ways = key === undefined ? undefined : frame.run.resolvers.get(key);
  if (ways || value?.kind !== 'member' || !RESOLVERS.has(value.name ?? '')) return ways;
  const deferred = deferredOf(frame, value.object);
  return value.name === 'reject' ? deferred?.failures : deferred?.ways;
}

const RESOLVERS = new Set(['resolve', 'reject']);

/** The promise under construction that a variable holds with its `resolve`. */
function deferredOf(frame: Frame, object: Value): Deferred | undefined {
  const key = holdKey(frame, object);
  return key === undefined ? undefined : frame.run.held.get(key)?.deferred?.[0];
}
