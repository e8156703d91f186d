import type { AwaitValue, ChoiceValue, Target, Value } from '../../facts/module-facts.js';
import { parts } from '../../facts/walk.js';
import { evaluateCall } from './calls.js';
import { join, settles, type Flow } from './flow.js';
import type { Frame } from './functions.js';
import { looked } from './quiet.js';
import type { Run } from './run.js';
import { afterwards, isRaced, sofar, together, type Outcome, type Promised } from './outcome.js';
import { holdIn } from './steps.js';

/** Evaluates a value: what it does to the flow, and what is over when it settles. */
export function evaluate(frame: Frame, value: Value, flow: Flow): Outcome {
  const seen = looked(value);
  if (seen) return { ...(frame.run.held.size === 0 ? NOTHING : together(seen.map((one) => heldIn(frame, one)))), flow };
  switch (value.kind) {
    case 'call':
      return evaluateCall(frame, value, flow);
    case 'await':
      return awaitValue(frame, value, flow);
    case 'choice':
      return choice(frame, value, flow);
    case 'assign': {
      const outcome = evaluate(frame, value.value, flow);
      holdIn(frame, value.target, outcome, value.value);
      return outcome;
    }
    case 'member': {
      const outcome = evaluateParts(frame, parts(value), flow);
      const owner = value.name === 'promise' ? heldIn(frame, value.object) : NOTHING;
      return { ...together([heldIn(frame, value), owner]), flow: outcome.flow };
    }
    default:
      return evaluateParts(frame, parts(value), flow);
  }
}

const NOTHING: Promised = { settled: [] };

function heldIn(frame: Frame, value: Value): Promised {
  const key = holdKey(frame, value);
  return (key === undefined ? undefined : frame.run.held.get(key)) ?? NOTHING;
}

/** Several values in order: a collection of promises settles with each of them. */
export interface Parts extends Outcome {
  readonly each: readonly Outcome[];
}

export function evaluateParts(frame: Frame, values: readonly Value[], flow: Flow): Parts {
  let now: Flow | undefined = flow;
  const each: Outcome[] = [];
  for (const value of values) {
    if (!now) break;
    const outcome = evaluate(frame, value, now);
    now = outcome.flow;
    each.push(outcome);
  }
  return { ...together(each), never: false, flow: now, each };
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
  return { flow: waited(frame, outcome.flow, outcome), settled: [] };
}

/** The flow after a wait for this, which is noted on what it waits for. */
export function waited({ run }: Frame, flow: Flow, promised: Promised): Flow {
  if (isRaced(promised)) run.races();
  const now = sofar(promised);
  markWaits(run, { ...now, flow });
  const after = run.told.after(afterwards(flow, now), promised);
  const isFalse = now.direct?.some((operation) => typeof operation !== 'string' && operation.wait === 'falsely-awaited') ?? false;
  return after.waited || isFalse ? after : { ...after, waited: true };
}

/** Notes on each operation how it is waited for. */
export function markWaits(run: Run, { direct, flow, settled }: Outcome): void {
  for (const operation of flow?.operations.keys() ?? []) {
    if (settles(settled, operation) && operation.wait !== 'callback' && operation.wait !== 'never-called') run.waits(operation, 'awaited');
  }
  for (const operation of direct ?? []) {
    if (typeof operation !== 'string' && operation.wait === 'floating' && !settles(settled, operation))
      run.waits(operation, 'falsely-awaited');
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
    ...together(isShort ? [tested, ...outcomes] : outcomes),
    flow: join(...(isShort ? [start] : []), ...outcomes.map((outcome) => outcome.flow)),
    never: false,
    direct: outcomes.at(-1)?.direct ?? [],
  };
}
