import type { AttemptStep, DeclareStep, EndStep, LoopStep, Step, SwitchStep, Target } from '../../facts/module-facts.js';
import { join, type Flow, type Settlement } from './flow.js';
import type { Frame } from './functions.js';
import { evaluate, holdKey } from './values.js';

/** Runs steps one after the other; nothing is left of the flow once a step ends it. */
export function runSteps(frame: Frame, steps: readonly Step[], flow: Flow | undefined): Flow | undefined {
  return steps.reduce((now, step) => (now ? runStep(frame, step, now) : undefined), flow);
}

function runStep(frame: Frame, step: Step, flow: Flow): Flow | undefined {
  switch (step.kind) {
    case 'evaluate': return evaluate(frame, step.value, flow).flow;
    case 'declare': return declare(frame, step, flow);
    case 'branch': {
      const tested = evaluate(frame, step.test, flow).flow;
      return join(runSteps(frame, step.then, tested), runSteps(frame, step.otherwise, tested));
    }
    case 'loop': return loop(frame, step, flow);
    case 'attempt': return attempt(frame, step, flow);
    case 'switch': return choose(frame, step, flow);
    case 'block': return labelled(frame, step.body, flow, step.label !== undefined);
    default: return end(frame, step, flow);
  }
}

function declare(frame: Frame, step: DeclareStep, flow: Flow): Flow | undefined {
  if (!step.value) return flow;
  const outcome = evaluate(frame, step.value, flow);
  holdIn(frame, step.target, outcome.settled);
  return outcome.flow;
}

export function holdIn(frame: Frame, target: Target, settled: readonly Settlement[]): void {
  const keys = target.kind === 'pattern' ? target.bindings.map((binding) => `${frame.fn.module.path}#${String(binding)}`) : [holdKey(frame, target)];
  for (const key of keys) if (key !== undefined) frame.run.hold(key, settled);
}

/** A body runs once: a loop over closers closes them. */
function loop(frame: Frame, step: LoopStep, flow: Flow): Flow | undefined {
  const inner: Frame = { ...frame, breaks: [] };
  const begun = runSteps(inner, step.init, flow);
  const head = step.iterable ?? step.test;
  const entered = begun && head ? evaluate(inner, head, begun).flow : begun;
  const body = runSteps(inner, step.body, entered);
  const updated = body && step.update ? evaluate(inner, step.update, body).flow : body;
  const endless = step.variant !== 'of' && step.variant !== 'in' && step.variant !== 'await-of' && isTrue(step);
  return join(...inner.breaks, ...(endless ? [] : [updated ?? entered]));
}

function isTrue(step: LoopStep): boolean {
  return !step.test || (step.test.kind === 'literal' && Boolean(step.test.value));
}

function attempt(frame: Frame, step: AttemptStep, flow: Flow): Flow | undefined {
  const before = frame.returns.length;
  const body = runSteps(frame, step.body, flow);
  const thrown = join(flow, body) ?? flow;
  const caught = step.handler ? runSteps(frame, step.handler, { ...thrown, failed: true }) : undefined;
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

function end(frame: Frame, step: EndStep, flow: Flow): undefined {
  const outcome = step.value ? evaluate(frame, step.value, flow) : { flow, settled: [] };
  if (!outcome.flow) return;
  if (step.kind === 'return') frame.returns.push({ flow: outcome.flow, settled: outcome.settled });
  if (step.kind === 'break' || step.kind === 'continue') frame.breaks.push(outcome.flow);
}
