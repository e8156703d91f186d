import type { AttemptStep, BranchStep, DeclareStep, EndStep, LoopStep, Step, SwitchStep, Target, Value } from '../../facts/module-facts.js';
import { isNewPromise } from '../../facts/promises.js';
import { walkValue } from '../../facts/walk.js';
import { secondWay } from '../guards.js';
import { isUnread } from '../unread.js';
import { join, settle, type Flow } from './flow.js';
import type { Frame } from './functions.js';
import { doneIn, type Outcome, type Promised } from './outcome.js';
import { resolverOf } from './promises.js';
import { evaluate, holdKey, waited } from './values.js';

/** Runs steps one after the other; nothing is left of the flow once a step ends it. */
export function runSteps(frame: Frame, steps: readonly Step[], flow: Flow | undefined): Flow | undefined {
  return steps.reduce((now, step) => (now ? runStep(frame, step, now) : undefined), flow);
}

function runStep(frame: Frame, step: Step, flow: Flow): Flow | undefined {
  switch (step.kind) {
    case 'evaluate':
      return discard(frame, step.value, flow);
    case 'declare':
      return declare(frame, step, flow);
    case 'branch':
      return branch(frame, step, flow);
    case 'loop':
      return loop(frame, step, flow);
    case 'attempt':
      return attempt(frame, step, flow);
    case 'switch':
      return choose(frame, step, flow);
    case 'block':
      return labelled(frame, step.body, flow, step.label !== undefined);
    default:
      end(frame, step, flow);
      return undefined;
  }
}

/** What a statement makes for nobody. */
function discard(frame: Frame, value: Value, flow: Flow): Flow | undefined {
  const outcome = evaluate(frame, value, flow);
  if (isNewPromise(value)) frame.run.told.forget(outcome);
  return outcome.flow;
}

function branch(frame: Frame, step: BranchStep, flow: Flow): Flow | undefined {
  const tested = evaluate(frame, step.test, flow).flow;
  const second = tested && secondWay(frame.fn, step);
  if (second && frame.run.second) {
    frame.run.guardedBy({ fn: frame.fn, branch: step, way: second });
    return runSteps(frame, step[second], tested);
  }
  const on = (way: 'then' | 'otherwise'): Flow | undefined => (second === way && tested ? { ...tested, again: true } : tested);
  return join(runSteps(frame, step.then, on('then')), runSteps(frame, step.otherwise, on('otherwise')));
}

function declare(frame: Frame, step: DeclareStep, flow: Flow): Flow | undefined {
  if (!step.value) return flow;
  const outcome = evaluate(frame, step.value, flow);
  holdIn(frame, step.target, outcome, step.value);
  const isForNobody = isNewPromise(step.value) && step.target.kind === 'binding' && isUnread(frame.fn.module, step.target.binding);
  if (isForNobody) frame.run.told.forget(outcome);
  return outcome.flow;
}

/** A variable or field is given what `value`, which is `promised`, denotes. */
export function holdIn(frame: Frame, target: Target, promised: Promised, value?: Value): void {
  if (target.kind === 'pattern') {
    for (const binding of target.bindings) holdPart(frame, binding, promised);
    return;
  }
  const key = holdKey(frame, target);
  if (key === undefined) return;
  frame.run.hold(key, promised);
  const ways = resolverOf(frame, value);
  if (!ways) return;
  frame.run.resolve(key, ways);
  frame.run.told.keep(ways);
}

/** A part of a destructured value: one of several promises, or the `resolve` beside a promise. */
function holdPart(frame: Frame, binding: number, promised: Promised): void {
  const { module } = frame.fn;
  const key = `${module.path}#${String(binding)}`;
  const name = module.facts.bindings[binding]?.sources[0]?.path[0];
  const [deferred] = promised.deferred ?? [];
  if (deferred && name === 'resolve') frame.run.resolve(key, deferred.ways);
  else if (deferred && name === 'reject') frame.run.resolve(key, deferred.failures);
  else frame.run.hold(key, promised);
}

/** A body runs once: a loop over closers closes them. */
function loop(frame: Frame, step: LoopStep, flow: Flow): Flow | undefined {
  const inner: Frame = { ...frame, breaks: [] };
  const begun = runSteps(inner, step.init, flow);
  const head = step.iterable ?? step.test;
  const entered = begun && head ? enter(inner, step, evaluate(inner, head, begun)) : begun;
  const isOverList = step.variant === 'of' || step.variant === 'in' || step.variant === 'await-of';
  const body = runSteps(inner, step.body, entered && !isOverList ? { ...entered, round: true } : entered);
  const updated = body && step.update ? evaluate(inner, step.update, body).flow : body;
  // It goes on whether or not it has seen what it polls for.
  if (body && isCounted(step)) frame.run.races();
  const endless = !isOverList && isTrue(step);
  const after = join(...inner.breaks, ...(endless ? [] : [updated ?? entered]));
  // Who leaves an endless loop may have gone round before.
  const settled = endless && after && updated ? settle(after, doneIn(updated)) : after;
  return settled && { ...settled, round: flow.round };
}

/** The variable of a loop holds what the list holds; `for await` waits for it. */
function enter(frame: Frame, step: LoopStep, list: Outcome): Flow | undefined {
  if (step.target) holdIn(frame, step.target, list);
  return list.flow && step.variant === 'await-of' ? waited(frame, list.flow, list) : list.flow;
}

/** By a clock or a number: `while (server.listening && Date.now() < until)`. */
function isCounted({ test, update }: LoopStep): boolean {
  let counts = false;
  if (test)
    walkValue(test, (value) => {
      const isClock =
        value.kind === 'call' && value.callee.kind === 'member' && /^(?:now|hrtime|bigint|getTime)$/u.test(value.callee.name ?? '');
      const isStep =
        value.kind === 'operation' && (COUNT.test(value.operator) || (update !== undefined && COMPARISON.test(value.operator)));
      counts ||= isClock || isStep;
    });
  return counts;
}

const COUNT = /^(?:\+\+|--)$/u;
const COMPARISON = /^[<>]=?$/u;

function isTrue(step: LoopStep): boolean {
  return !step.test || (step.test.kind === 'literal' && Boolean(step.test.value));
}

function attempt(frame: Frame, step: AttemptStep, flow: Flow): Flow | undefined {
  const before = frame.returns.length;
  const body = runSteps(frame, step.body, flow);
  // A wait that fails is over as well.
  const caught = step.handler ? runSteps(frame, step.handler, { ...(body ?? flow), failed: true }) : undefined;
  const ended = join(body, caught);
  if (!step.finalizer) return ended;
  const left = ended ?? join(...frame.returns.slice(before).map((way) => way.flow)) ?? { ...flow, failed: true };
  const finished = runSteps(frame, step.finalizer, left);
  return ended && finished;
}

function choose(frame: Frame, step: SwitchStep, flow: Flow): Flow | undefined {
  const inner: Frame = { ...frame, breaks: [] };
  const tested = evaluate(frame, step.subject, flow).flow;
  const ways: (Flow | undefined)[] = step.cases.some((one) => !one.test) ? [] : [tested];
  let through: Flow | undefined;
  for (const one of step.cases) through = runSteps(inner, one.body, join(tested, through));
  return join(...ways, ...inner.breaks, through);
}

function labelled(frame: Frame, body: readonly Step[], flow: Flow, hasLabel: boolean): Flow | undefined {
  if (!hasLabel) return runSteps(frame, body, flow);
  const inner: Frame = { ...frame, breaks: [] };
  return join(runSteps(inner, body, flow), ...inner.breaks);
}

function end(frame: Frame, step: EndStep, flow: Flow): void {
  const outcome: Outcome = step.value ? evaluate(frame, step.value, flow) : { flow, settled: [] };
  if (!outcome.flow) return;
  if (step.kind === 'return')
    frame.returns.push({ ...outcome, flow: step.value ? frame.run.told.after(outcome.flow, outcome) : outcome.flow });
  if (step.kind === 'break' || step.kind === 'continue') frame.breaks.push(outcome.flow);
}
