import type { CallValue } from '../../facts/module-facts.js';
import { handoversOf, type Handover } from '../callbacks.js';
import type { CallSite } from '../module.js';
import { constructorOf } from '../classes.js';
import type { FunctionThing, MemberThing, Thing } from '../thing.js';
import { beginOperation } from './closing.js';
import { distinct, join, pause, settle, unawaited, type Flow, type Settlement } from './flow.js';
import { runAll, type Frame, type Outcome } from './functions.js';
import { constructPromise, promiseMethod, resolverOf } from './promises.js';
import { CLOSING_NAME } from './run.js';
import { evaluate, evaluateParts, holdKey } from './values.js';

/** A call being evaluated: its callee's object and its arguments already are. */
export interface Calling {
  readonly frame: Frame;
  readonly site: CallSite;
  readonly flow: Flow;
  readonly targets: readonly Thing[];
  /** What the arguments settle with. */
  readonly given: Outcome;
  /** What the receiver settles with. */
  readonly receiver: Outcome;
}

export function evaluateCall(frame: Frame, call: CallValue, flow: Flow): Outcome {
  const site = { module: frame.fn.module, call, owner: frame.fn.function };
  const receiver = call.callee.kind === 'member' ? evaluate(frame, call.callee.object, flow) : evaluate(frame, call.callee, flow);
  if (!receiver.flow) return receiver;
  const given = evaluateParts(frame, call.args, receiver.flow);
  if (!given.flow) return given;
  const targets = frame.run.link.called(site);
  const calling: Calling = { frame, site, flow: given.flow, targets, given, receiver };
  return resolverCall(calling) ?? promiseMethod(calling) ?? constructPromise(calling) ?? byTarget(calling);
}

/** `resolve()` of a promise under construction. */
function resolverCall({ frame, site, flow }: Calling): Outcome | undefined {
  const ways = resolverOf(frame, site.call.callee);
  ways?.push(flow);
  return ways && { flow, settled: [] };
}

function byTarget(calling: Calling): Outcome {
  const outcomes = calling.targets.map((target) => targetOutcome(calling, target));
  noteAddition(calling);
  const flow = join(...outcomes.map((outcome) => outcome.flow));
  return {
    flow,
    settled: distinct(outcomes.map((outcome) => outcome.settled)),
    timed: outcomes.some((outcome) => outcome.timed === true),
    never: outcomes.every((outcome) => outcome.never === true),
    direct: outcomes.flatMap((outcome) => outcome.direct ?? []),
  };
}

/** `pending.push(server.close())`: the collection holds the promise. */
function noteAddition({ frame, site, given }: Calling): void {
  const { callee } = site.call;
  if (callee.kind !== 'member' || (callee.name !== 'push' && callee.name !== 'add')) return;
  const key = holdKey(frame, callee.object);
  if (key !== undefined) frame.run.hold(key, given.settled);
}

function targetOutcome(calling: Calling, target: Thing): Outcome {
  const { frame, site, flow } = calling;
  switch (target.kind) {
    case 'function': return runAll(frame.run, [target], flow, frame.stack, site);
    case 'class': return runAll(frame.run, constructorOf(frame.run.link, target).filter(isFunction), flow, frame.stack, site);
    case 'member': return memberOutcome(calling, target);
    case 'promisified': return promisifiedOutcome(calling, target.of);
    case 'builtin':
      if (target.name === 'call' || target.name === 'apply') return targetOutcome(calling, target.receiver);
      return handed(calling);
    default: return unknownOutcome(calling, target.kind === 'unknown');
  }
}

function isFunction(thing: Thing): thing is FunctionThing {
  return thing.kind === 'function';
}

function memberOutcome(calling: Calling, target: MemberThing): Outcome {
  const { frame, site, flow, given } = calling;
  const { member } = target;
  const operation = beginOperation(calling, target);
  if (operation) return operation;
  if (member.exits !== undefined) return exit(calling, member.exits);
  if (member.joins === 'race') frame.run.raced = true;
  if (member.joins !== undefined) return { flow, settled: given.settled, direct: given.direct ?? [], timed: given.timed === true && member.joins === 'race' };
  if (member.awaitsEvent) return { flow, settled: frame.run.link.of(site.module, site.call.args[0] ?? site.call).map((thing) => thing.id) };
  if (member.timer !== undefined) return timer(calling, target);
  const outcome = handed(calling);
  const passes = member.promise ?? member.resolves;
  return passes === undefined ? outcome : { ...outcome, settled: distinct([outcome.settled, given.settled]), timed: given.timed };
}

function exit({ frame, site, flow }: Calling, how: 'now' | 'signal' | 'abort'): Outcome {
  frame.run.exits.push({ site, flow, how, stack: frame.stack });
  return { flow: how === 'signal' ? flow : undefined, settled: [] };
}

/** Timers run their callback later; `await setTimeout(…)` of timers/promises is a pause. */
function timer(calling: Calling, target: MemberThing): Outcome {
  const { frame, site, flow } = calling;
  const later = { ...pause(flow), late: true };
  for (const handover of handoversOf(frame.run.link, site)) runAll(frame.run, handover.functions, later, frame.stack, site);
  const ways = resolverOf(frame, site.call.args[0]);
  ways?.push(later);
  return { flow, settled: [], timed: target.member.promise === true || target.member.resolves !== undefined };
}

function promisifiedOutcome(calling: Calling, of: readonly Thing[]): Outcome {
  const outcomes = of.map((inner) => {
    if (inner.kind === 'member') return beginOperation(calling, inner, 'promise') ?? { flow: calling.flow, settled: [] };
    const outcome = targetOutcome(calling, inner);
    const begun = [...(outcome.flow?.operations.keys() ?? [])];
    return { ...outcome, settled: begun.filter((operation) => !calling.flow.operations.has(operation)) };
  });
  return { flow: join(...outcomes.map((outcome) => outcome.flow)), settled: distinct(outcomes.map((outcome) => outcome.settled)) };
}

/** Functions handed to a library or to the language: run when their role says. */
function handed(calling: Calling): Outcome {
  const { frame, site } = calling;
  let flow: Flow | undefined = calling.flow;
  const settled: Settlement[] = [];
  for (const handover of handoversOf(frame.run.link, site)) {
    if (!flow) break;
    const outcome = handedOne(calling, handover, flow);
    flow = outcome.flow;
    settled.push(...outcome.settled);
  }
  return { flow, settled };
}

const LATER = new Set(['completion', 'listening', 'event', 'settled', 'startup', 'connection']);

function handedOne({ frame, site }: Calling, handover: Handover, flow: Flow): Outcome {
  const { run, stack } = frame;
  if (handover.role === 'now') return runAll(run, handover.functions, flow, stack, site);
  if (!LATER.has(handover.role)) return { flow, settled: [] };
  const receiver = handover.target.kind === 'member' ? handover.target.receiver : undefined;
  const closed = handover.events.some((event) => event === 'close' || event === 'end' || event === 'finish');
  const outcome = runAll(run, handover.functions, closed && receiver ? settle(flow, [receiver.id]) : flow, stack, site);
  return { flow: outcome.flow ? unawaited(flow, outcome.flow) : flow, settled: [] };
}

/** Something that is not seen: functions given to it may run, promises given to it are waited for, and it may close what its name says. */
function unknownOutcome({ frame, site, flow, given, receiver }: Calling, isUnknown: boolean): Outcome {
  const { callee } = site.call;
  const name = callee.kind === 'member' ? callee.name : undefined;
  const handedIn = site.call.args.flatMap((value) => frame.run.link.of(site.module, value));
  const emitted = handoversOf(frame.run.link, site).flatMap(({ role, functions: listeners }) => (role === 'now' ? listeners : []));
  const functions = [...handedIn.filter(isFunction), ...emitted];
  const outcome = runAll(frame.run, functions, flow, frame.stack, site);
  const isTold = handedIn.some((thing) => thing.kind === 'resource' && thing.type.needsClose === true);
  const mayClose = isUnknown ? (name === undefined ? callee.kind !== 'global' : CLOSING_NAME.test(name)) : isTold || CLOSING_NAME.test(name ?? frame.run.nameOf(site));
  const after = outcome.flow ?? flow;
  return { flow: mayClose ? { ...after, unseen: true } : after, settled: distinct([given.settled, outcome.settled, receiver.settled]), timed: given.timed };
}
