import type { Value } from '../../facts/module-facts.js';
import { functionsIn } from '../callbacks.js';
import type { FunctionThing } from '../thing.js';
import type { Calling } from './calls.js';
import { distinct, join, pause, settle, unawaited, type Flow, type Settlement } from './flow.js';
import { callFunction, runThings, type Frame, type Outcome } from './functions.js';
import { markWaits } from './values.js';

const METHODS = new Set(['then', 'catch', 'finally']);

/** `.then`, `.catch` and `.finally`, on whatever promise: their callbacks run when it settles. */
export function promiseMethod(calling: Calling): Outcome | undefined {
  const { frame, site, flow, receiver } = calling;
  const { callee, args } = site.call;
  if (callee.kind !== 'member' || !METHODS.has(callee.name ?? '')) return undefined;
  markWaits({ ...receiver, flow });
  if (receiver.never) return { flow, settled: [], never: true };
  const settledFlow = settle(receiver.timed ? pause(flow) : flow, receiver.settled);
  const outcomes = args.map((value, index) => {
    const failed = callee.name === 'catch' || index === 1;
    return callbackOutcome(value, { ...settledFlow, waited: true, failed: failed || settledFlow.failed });
  });
  const after = outcomes.reduce<Flow>((now, outcome) => (outcome.flow ? unawaited(now, outcome.flow) : now), flow);
  const done = outcomes.flatMap((outcome) => (outcome.flow ? doneIn(outcome.flow) : []));
  const never = callee.name !== 'catch' && outcomes.length > 0 && outcomes.every((outcome) => !outcome.flow);
  return { flow: after, settled: distinct([receiver.settled, done, ...outcomes.map((outcome) => outcome.settled)]), never, timed: receiver.timed };

  function callbackOutcome(value: Value, start: Flow): Outcome {
    const ways = resolverOf(frame, value);
    ways?.push(start);
    return runThings(frame.run, frame.run.link.of(site.module, value), start, frame.stack, site);
  }
}

function doneIn(flow: Flow): readonly Settlement[] {
  return [...flow.operations].flatMap(([operation, progress]) => (progress === 'done' ? [operation] : []));
}

/** `new Promise((resolve) => …)`: settled with what is over on every way to `resolve`. */
export function constructPromise(calling: Calling): Outcome | undefined {
  const { frame, site, flow } = calling;
  const { callee, args, construct } = site.call;
  const [executor] = args;
  if (!construct || callee.kind !== 'global' || callee.name !== 'Promise' || !executor) return undefined;
  const [fn] = functionsIn(frame.run.link, frame.run.link.of(site.module, executor));
  if (!fn) return { flow, settled: [] };
  const ways: Flow[] = [];
  const key = resolverKey(fn);
  if (key !== undefined) frame.run.resolvers.set(key, ways);
  const inside = callFunction(frame.run, fn, flow, [...frame.stack, site]);
  const after = inside.flow ?? flow;
  return resolved(flow, after, ways);
}

function resolved(before: Flow, after: Flow, ways: readonly Flow[]): Outcome {
  const prompt = ways.filter((way) => !way.late);
  if (ways.length > 0 && prompt.length === 0) return { flow: after, settled: [], timed: true };
  const end = join(...prompt);
  const begun = [...after.operations.keys()].filter((operation) => !before.operations.has(operation));
  const settled = end ? doneIn(end) : begun;
  return { flow: after, settled };
}

function resolverKey(fn: FunctionThing): string | undefined {
  const binding = fn.module.function(fn.function)?.parameters[0]?.binding;
  return binding === undefined ? undefined : `${fn.module.path}#${String(binding)}`;
}

/** The ways of the promise whose `resolve` this is. */
export function resolverOf(frame: Frame, value: Value | undefined): Flow[] | undefined {
  return value?.kind === 'reference' ? frame.run.resolvers.get(`${frame.fn.module.path}#${String(value.binding)}`) : undefined;
}
