import type { AwaitValue, ChoiceValue, Target, Value } from '../../facts/module-facts.js';
import { parts } from '../../facts/walk.js';
import { evaluateCall } from './calls.js';
import { distinct, join, pause, settle, settles, type Flow, type Settlement } from './flow.js';
import type { Frame, Outcome } from './functions.js';
import { holdIn } from './steps.js';

/** Evaluates a value: what it does to the flow, and what is over when it settles. */
export function evaluate(frame: Frame, value: Value, flow: Flow): Outcome {
  switch (value.kind) {
    case 'call': return evaluateCall(frame, value, flow);
    case 'await': return awaitValue(frame, value, flow);
    case 'choice': return choice(frame, value, flow);
    case 'assign': {
      const outcome = evaluate(frame, value.value, flow);
      holdIn(frame, value.target, outcome.settled);
      return outcome;
    }
    case 'reference': return { flow, settled: frame.run.held.get(`${frame.fn.module.path}#${String(value.binding)}`) ?? [] };
    case 'member': {
      const key = holdKey(frame, value);
      const outcome = evaluateParts(frame, parts(value), flow);
      return { flow: outcome.flow, settled: (key === undefined ? undefined : frame.run.held.get(key)) ?? [] };
    }
    default: return evaluateParts(frame, parts(value), flow);
  }
}

/** Evaluates values in order; a collection of promises settles with each of them. */
export function evaluateParts(frame: Frame, values: readonly Value[], flow: Flow): Outcome {
  let now: Flow | undefined = flow;
  const settled: Settlement[] = [];
  const direct: Settlement[] = [];
  let timed = false;
  for (const value of values) {
    if (!now) break;
    const outcome = evaluate(frame, value, now);
    now = outcome.flow;
    settled.push(...outcome.settled);
    direct.push(...(outcome.direct ?? []));
    timed ||= outcome.timed === true;
  }
  return { flow: now, settled: distinct([settled, []]), timed, direct };
}

/** The name under which a promise kept in a variable or field is found again. */
export function holdKey(frame: Frame, target: Target | Value): string | undefined {
  if (target.kind === 'binding' || target.kind === 'reference') return `${frame.fn.module.path}#${String(target.binding)}`;
  if (target.kind !== 'member' || target.object.kind !== 'this' || target.name === undefined) return undefined;
  return `${frame.fn.module.path}#this.${target.name}`;
}

function awaitValue(frame: Frame, value: AwaitValue, flow: Flow): Outcome {
  const outcome = evaluate(frame, value.value, flow);
  if (!outcome.flow || outcome.never) return { flow: undefined, settled: [] };
  markWaits(outcome);
  const after = outcome.timed ? pause(outcome.flow) : outcome.flow;
  const isFalse = outcome.direct?.some((operation) => typeof operation !== 'string' && operation.wait === 'falsely-awaited') ?? false;
  return { flow: { ...settle(after, outcome.settled), waited: after.waited || !isFalse }, settled: [] };
}

/** Notes on each operation how it is waited for. */
export function markWaits(outcome: Outcome): void {
  const { direct, flow, settled } = outcome;
  for (const operation of flow?.operations.keys() ?? []) if (settles(settled, operation) && operation.wait !== 'callback' && operation.wait !== 'never-called') operation.wait = 'awaited';
  for (const operation of direct ?? []) {
    if (typeof operation !== 'string' && operation.wait === 'floating' && !settles(settled, operation)) operation.wait = 'falsely-awaited';
  }
}

function choice(frame: Frame, value: ChoiceValue, flow: Flow): Outcome {
  const first = value.test ?? value.options[0];
  const tested = first ? evaluate(frame, first, flow) : { flow, settled: [] };
  const start = tested.flow;
  if (!start) return tested;
  const options = value.operator === '?' ? value.options : value.options.slice(1);
  const outcomes = options.map((option) => evaluate(frame, option, start));
  const isShort = value.operator !== '?';
  return {
    flow: join(...(isShort ? [start] : []), ...outcomes.map((outcome) => outcome.flow)),
    settled: distinct([isShort ? tested.settled : [], ...outcomes.map((outcome) => outcome.settled)]),
    direct: outcomes.at(-1)?.direct ?? [],
    timed: outcomes.some((outcome) => outcome.timed === true),
  };
}
