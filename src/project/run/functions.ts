import type { Close } from '../../catalogue/shape.js';
import { functionsIn } from '../callbacks.js';
import type { CallSite } from '../module.js';
import type { FunctionThing, Things } from '../thing.js';
import { begin, distinct, join, unawaited, type Flow, type Settlement } from './flow.js';
import type { Run } from './run.js';
import { runSteps } from './steps.js';

/** One function being run. */
export interface Frame {
  readonly run: Run;
  readonly fn: FunctionThing;
  readonly stack: readonly CallSite[];
  /** Ways on which it has returned. */
  readonly returns: { readonly flow: Flow; readonly settled: readonly Settlement[] }[];
  /** Ways that leave the loop or switch around. */
  readonly breaks: Flow[];
}

/** What a value does when it is evaluated. `flow` is absent when evaluation never ends. */
export interface Outcome {
  readonly flow: Flow | undefined;
  /** What is over when the value, a promise, settles. */
  readonly settled: readonly Settlement[];
  /** Settles after a time, whatever happens. */
  readonly timed?: boolean;
  /** The promise never settles: the process ends first. */
  readonly never?: boolean;
  /** The operations that the value itself is, or that a list holds. */
  readonly direct?: readonly Settlement[];
}

const DEEPEST = 16;

/** Runs the body of a function in full; `flow` at its end, `settled` with the promise that it returns. */
export function callFunction(run: Run, fn: FunctionThing, flow: Flow, stack: readonly CallSite[]): Outcome {
  const fact = fn.module.function(fn.function);
  if (!fact || stack.length > DEEPEST || !run.matters(fn)) return { flow, settled: [] };
  const frame: Frame = { run, fn, stack, returns: [], breaks: [] };
  const end = runSteps(frame, fact.body, flow);
  const ways = end ? [...frame.returns, { flow: end, settled: [] }] : frame.returns;
  return { flow: join(...ways.map((way) => way.flow)), settled: distinct(ways.map((way) => way.settled)) };
}

/** A call as the caller sees it: an async function goes on by itself once it waits. */
export function inlineCall(run: Run, fn: FunctionThing, flow: Flow, stack: readonly CallSite[], site: CallSite): Outcome {
  if (stack.some((outer) => outer.call === site.call)) return { flow, settled: [] };
  const inside = callFunction(run, fn, flow, [...stack, site]);
  if (!fn.module.function(fn.function)?.async) return inside;
  if (!inside.flow) return { flow, settled: [], never: true };
  const done = [...inside.flow.operations].flatMap(([operation, progress]) => (progress === 'done' ? [operation] : []));
  const after = unawaited(flow, inside.flow);
  const begun = [...after.operations].flatMap(([operation, progress]) => (progress === 'begun' && !flow.operations.has(operation) ? [operation] : []));
  if (begun.length === 0) return { flow: after, settled: distinct([done, inside.settled]) };
  const call = run.operation({ site, kind: 'call', close: GOING_ON, things: begun.flatMap(({ things }) => [...things]), forced: false, stack });
  return { flow: begin(after, call), settled: distinct([[call], done, inside.settled]), direct: [call] };
}

/** How a call of an async function of the project ends. */
const GOING_ON: Close = { style: 'promise', drains: true };

/** Runs whatever among some things can be called: functions of the project, and `process.exit` handed over by name. */
export function runThings(run: Run, things: Things, flow: Flow, stack: readonly CallSite[], site: CallSite): Outcome {
  const exit = things.find((thing) => thing.kind === 'member' && thing.member.exits !== undefined);
  if (exit?.kind === 'member' && exit.member.exits !== undefined) run.exits.push({ site, flow, how: exit.member.exits, stack });
  return runAll(run, functionsIn(run.link, things), flow, stack, site);
}

/** Runs functions of which one or all may be called here. */
export function runAll(run: Run, functions: readonly FunctionThing[], flow: Flow, stack: readonly CallSite[], site: CallSite): Outcome {
  if (functions.length === 0) return { flow, settled: [] };
  const outcomes = functions.map((fn) => inlineCall(run, fn, flow, stack, site));
  return {
    flow: join(...outcomes.map((outcome) => outcome.flow)),
    settled: distinct(outcomes.map((outcome) => outcome.settled)),
    never: outcomes.every((outcome) => outcome.never === true),
    direct: outcomes.flatMap((outcome) => outcome.direct ?? []),
  };
}
