import type { Close } from '../../catalogue/shape.js';
import type { Step } from '../../facts/module-facts.js';
import { functionsIn } from '../callbacks.js';
import { callsNothing } from '../inert.js';
import type { CallSite } from '../module.js';
import { contextId, type FunctionThing, type MemberThing, type Things } from '../thing.js';
import { begin, distinct, join, unawaited, type Flow } from './flow.js';
import { doneIn, isPromised, sofar, together, type Given, type Outcome } from './outcome.js';
import { dependsOnCaller } from './given-here.js';
import type { Run } from './run.js';
import { runSteps } from './steps.js';

/** A way on which a function has returned, and what it gave back. */
type Returned = Outcome & { readonly flow: Flow };

/** One function being run. */
export interface Frame {
  readonly run: Run;
  readonly fn: FunctionThing;
  readonly stack: readonly CallSite[];
  /** Ways on which it has returned. */
  readonly returns: Returned[];
  /** Ways that leave the loop or switch around. */
  readonly breaks: Flow[];
}

const DEEPEST = 16;

/** Runs the body of a function in full; `flow` at its end, and what the promise that it returns settles with. */
export function callFunction(run: Run, fn: FunctionThing, flow: Flow, stack: readonly CallSite[], given: readonly Given[] = []): Outcome {
  run.link.workspace.faults.lookedAt = fn.module.path;
  const fact = fn.module.function(fn.function);
  const hasPromises = given.some(({ promised, ways }) => ways !== undefined || isPromised(promised));
  if (!fact || !run.matters(fn, hasPromises)) return { flow, settled: [] };
  if (stack.length > DEEPEST) {
    run.memory.cut();
    return { flow, settled: [] };
  }
  const inside = (): Outcome =>
    run.within(fn, stack.length, () => runBody(run, fn, fact.body, flow, stack, given)) ?? { flow, settled: [] };
  if (hasPromises) return inside();
  return run.memory.remembered(dependsOnCaller(run, fn) ? calledFrom(fn, stack) : contextId(fn), stack.length, flow, inside);
}

function calledFrom(fn: FunctionThing, stack: readonly CallSite[]): string {
  return [contextId(fn), ...stack.map(({ module, call }) => `${module.key}#${String(call.span[0])}`)].join('<');
}

function runBody(
  run: Run,
  fn: FunctionThing,
  body: readonly Step[],
  flow: Flow,
  stack: readonly CallSite[],
  given: readonly Given[],
): Outcome {
  const frame: Frame = { run, fn, stack, returns: [], breaks: [] };
  bindParameters(run, fn, given);
  const end = runSteps(frame, body, flow);
  const ways = end ? [...frame.returns, { flow: end, settled: [] }] : frame.returns;
  return { ...together(ways), never: false, flow: join(...ways.map((way) => way.flow)) };
}

/** Promises that the caller hands over are found again under the names of the parameters. */
function bindParameters(run: Run, fn: FunctionThing, given: readonly Given[]): void {
  for (const [index, { binding, rest }] of (fn.module.function(fn.function)?.parameters ?? []).entries()) {
    if (binding === undefined) continue;
    const own = rest ? given.slice(index) : given.slice(index, index + 1);
    run.bind(`${fn.module.path}#${String(binding)}`, together(own.map(({ promised }) => promised)), own[0]?.ways);
  }
}

/** A call as the caller sees it: an async function goes on by itself once it waits. */
export function inlineCall(
  run: Run,
  fn: FunctionThing,
  flow: Flow,
  stack: readonly CallSite[],
  site: CallSite,
  given?: readonly Given[],
): Outcome {
  if (stack.some((outer) => outer.call === site.call)) {
    run.memory.recorded();
    return { flow, settled: [] };
  }
  const returned = callFunction(run, fn, flow, [...stack, site], given);
  if (!fn.module.function(fn.function)?.async) return returned;
  if (!returned.flow) return { flow, settled: [], never: true };
  const inside = { ...sofar(returned), flow: returned.flow };
  const done = doneIn(inside.flow);
  const after = unawaited(flow, inside.flow);
  const begun = [...after.operations].flatMap(([operation, progress]) =>
    progress === 'begun' && operation.kind !== 'abort' && !flow.operations.has(operation) ? [operation] : [],
  );
  if (begun.length === 0) return { ...inside, flow: after, settled: distinct([done, inside.settled]) };
  const things = [...new Map(begun.flatMap((operation) => operation.things.map((thing) => [thing.id, thing]))).values()];
  const call = run.operation({ site, kind: 'call', close: GOING_ON, things, forced: false, stack });
  return {
    ...inside,
    flow: begin(after, call),
    settled: distinct([[call], done, inside.settled]),
    direct: distinct([[call], inside.direct ?? []]),
  };
}

/** How a call of an async function of the project ends. */
const GOING_ON: Close = { style: 'promise', drains: true };

/** Runs whatever among some things can be called: functions of the project, and `process.exit` handed over by name. */
export function runThings(run: Run, things: Things, flow: Flow, stack: readonly CallSite[], site: CallSite): Outcome {
  const exit = things.find((thing) => thing.kind === 'member' && thing.member.exits !== undefined);
  if (exit?.kind === 'member' && exit.member.exits !== undefined) run.exitsAt({ site, flow, how: exit.member.exits, stack });
  return runAll(run, functionsIn(run.link, things), flow, stack, site);
}

/** `process.nextTick(process.exit, 1)`: what ends the process is handed to a function that calls it. */
export function exitGiven(run: Run, { member }: MemberThing, flow: Flow, stack: readonly CallSite[], site: CallSite): void {
  if (!member.calls?.some(({ role }) => role === 'now')) return;
  const given = site.call.args.flatMap((value) => run.link.of(site.module, value));
  const exits = given.filter((thing) => thing.kind === 'member' && thing.member.exits !== undefined);
  if (exits.length > 0) runThings(run, exits, flow, stack, site);
}

/** Runs functions of which one or all may be called here. */
export function runAll(
  run: Run,
  functions: readonly FunctionThing[],
  flow: Flow,
  stack: readonly CallSite[],
  site: CallSite,
  given?: readonly Given[],
): Outcome {
  if (functions.length === 0) return { flow, settled: [] };
  const outcomes = functions.map((fn) => inlineCall(run, fn, flow, stack, site, given));
  return { ...together(outcomes), flow: join(...outcomes.map((outcome) => outcome.flow)) };
}

/**
 * Functions among the arguments of a call of something unseen. What another unseen call gave back is no such function, even if it
 * was given one: `clearTimer(handle)` after `handle = setTimer(beat)`.
 */
export function functionsGiven({ link }: Run, { module, call }: CallSite): readonly FunctionThing[] {
  if (callsNothing(call)) return [];
  return call.args.flatMap((value) => {
    const things = link.of(module, value);
    const isHandle = value.kind !== 'call' && things.some((thing) => thing.kind === 'external' && thing.path.endsWith('()'));
    return isHandle ? [] : functionsIn(link, things);
  });
}
