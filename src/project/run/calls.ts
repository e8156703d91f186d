import type { CallValue } from '../../facts/module-facts.js';
import { handoversOf } from '../callbacks.js';
import { constructorOf } from '../classes.js';
import type { CallSite } from '../module.js';
import type { MemberThing, Thing } from '../thing.js';
import { beginAbort, beginOperation } from './closing.js';
import { chained } from './chains.js';
import { isBrief, isImmediate } from './delays.js';
import { distinct, join, pause, unawaited, type Flow } from './flow.js';
import { exitGiven, runAll, runThings, type Frame } from './functions.js';
import { calledHere } from './given-here.js';
import { handed, resolveOnEnd } from './handed.js';
import { afterTimer, afterwards, sofar, together, type Given, type Outcome } from './outcome.js';
import { constructPromise, promiseMethod, resolverOf } from './promises.js';
import { unknownOutcome } from './unknown-calls.js';
import { evaluate, evaluateParts, holdKey, type Parts } from './values.js';

/** A call being evaluated: its callee's object and its arguments already are. */
export interface Calling {
  readonly frame: Frame;
  readonly site: CallSite;
  readonly flow: Flow;
  readonly targets: readonly Thing[];
  /** What the arguments settle with. */
  readonly given: Parts;
  /** What the receiver settles with. */
  readonly receiver: Outcome;
}

export function evaluateCall(frame: Frame, call: CallValue, flow: Flow): Outcome {
  const site = { module: frame.fn.module, call, owner: frame.fn.function };
  const receiver = call.callee.kind === 'member' ? evaluate(frame, call.callee.object, flow) : evaluate(frame, call.callee, flow);
  if (!receiver.flow) return receiver;
  const given = evaluateParts(frame, call.args, receiver.flow);
  if (!given.flow) return given;
  const targets = calledHere(frame, site);
  if (targets.length === 0) return { flow: given.flow, settled: [] };
  const calling: Calling = { frame, site, flow: given.flow, targets, given, receiver };
  return resolverCall(calling) ?? promiseMethod(calling) ?? constructPromise(calling) ?? byTarget(calling);
}

/** `resolve()` of a promise under construction. */
function resolverCall({ frame, site, flow, given }: Calling): Outcome | undefined {
  const ways = resolverOf(frame, site.call.callee);
  if (ways) frame.run.settles(ways, afterwards(flow, sofar(given)));
  return ways && { flow, settled: [] };
}

function byTarget(calling: Calling): Outcome {
  const outcomes = calling.targets.map((target) => targetOutcome(calling, target));
  noteAddition(calling);
  return { ...together(outcomes), flow: join(...outcomes.map((outcome) => outcome.flow)) };
}

/** What the arguments bring into a function of the project. */
function givenBy({ frame, site, given }: Calling): readonly Given[] {
  const isSpread = site.call.args.some((value) => value.kind === 'spread');
  return given.each.map((promised, index) => {
    const ways = resolverOf(frame, site.call.args[index]);
    return { promised: isSpread ? given : promised, ...(ways && { ways }) };
  });
}

/** `pending.push(server.close())`: the collection holds the promise. */
function noteAddition({ frame, site, given }: Calling): void {
  const { callee } = site.call;
  if (callee.kind !== 'member' || (callee.name !== 'push' && callee.name !== 'add')) return;
  const key = holdKey(frame, callee.object);
  if (key !== undefined) frame.run.hold(key, given);
}

function targetOutcome(calling: Calling, target: Thing): Outcome {
  const { frame, site, flow } = calling;
  switch (target.kind) {
    case 'function':
      return runAll(frame.run, [target], flow, frame.stack, site, givenBy(calling));
    case 'class':
      return runAll(
        frame.run,
        constructorOf(frame.run.link, target).filter((one) => one.kind === 'function'),
        flow,
        frame.stack,
        site,
        givenBy(calling),
      );
    case 'member':
      return memberOutcome(calling, target);
    case 'promisified':
      return promisifiedOutcome(calling, target.of);
    case 'builtin':
      if (target.name === 'call' || target.name === 'apply') return targetOutcome(calling, target.receiver);
      return elementwise(calling, target.name);
    default:
      return unknownOutcome(calling, target);
  }
}

function memberOutcome(calling: Calling, target: MemberThing): Outcome {
  const { frame, site, flow, given } = calling;
  const { member } = target;
  const operation = beginOperation(calling, target);
  if (operation) return operation;
  if (member.exits !== undefined) return exit(calling, member.exits);
  if (member.disposes) return chained(calling, member.disposes);
  if (member.aborts) return handed({ ...calling, flow: beginAbort(calling, target) });
  if (ENDS_WITH_FIRST.has(member.joins ?? '')) frame.run.races();
  if (member.joins !== undefined) return joined(calling, member.joins);
  if (member.awaitsEvent) return { flow, settled: frame.run.link.of(site.module, site.call.args[0] ?? site.call).map((thing) => thing.id) };
  if (member.timer !== undefined) return timer(calling, target);
  exitGiven(frame.run, target, flow, frame.stack, site);
  resolveOnEnd(calling, target);
  const outcome = handed(calling);
  const passes = member.promise ?? member.resolves;
  return passes === undefined ? outcome : { ...together([outcome, { ...given, direct: [] }]), flow: outcome.flow };
}

const ENDS_WITH_FIRST: ReadonlySet<string> = new Set(['race', 'any']);

/** `Promise.all` waits for each of its promises; a race with a timer ends with it. */
function joined({ flow, given }: Calling, how: NonNullable<MemberThing['member']['joins']>): Outcome {
  const now = sofar(given);
  return { flow, settled: now.settled, direct: now.direct ?? [], timed: now.timed === true && ENDS_WITH_FIRST.has(how) };
}

/** `list.map(fn)` and the like; what `forEach` gives is no promise, whatever its callbacks return. */
function elementwise(calling: Calling, name: string): Outcome {
  const outcome = handed(calling);
  return name === 'forEach' ? { flow: outcome.flow, settled: [], direct: sofar(outcome).settled } : outcome;
}

function exit({ frame, site, flow }: Calling, how: 'now' | 'signal' | 'abort'): Outcome {
  frame.run.exitsAt({ site, flow, how, stack: frame.stack });
  return { flow: how === 'signal' ? flow : undefined, settled: [] };
}

/** Timers run their callback later; `await setTimeout(…)` of timers/promises is a pause. */
function timer(calling: Calling, target: MemberThing): Outcome {
  const { frame, site, flow } = calling;
  const { run, stack } = frame;
  const isNext = isImmediate(site, target);
  const isShort = (argument?: number): boolean => !flow.round && isBrief(run.link, site, argument);
  const later = isNext ? { ...flow, waited: true } : run.delays.has(site.call) ? pause(flow) : afterTimer(flow, isShort());
  if (!isNext) run.timers.add(site.call);
  const functions = handoversOf(run.link, site).flatMap((handover) => [...handover.functions]);
  const exits = site.call.args.slice(0, 1).flatMap((value) => run.link.of(site.module, value).filter((thing) => thing.kind === 'member'));
  const outcome = runThings(run, [...functions, ...exits], later, stack, site);
  const ways = resolverOf(frame, site.call.args[0]);
  if (ways) run.settles(ways, later);
  const isPromise = target.member.promise === true || target.member.resolves !== undefined;
  const promised = { settled: [], timed: isPromise, brief: isPromise && isShort(0) };
  return { flow: isNext && outcome.flow ? unawaited(flow, outcome.flow) : flow, ...promised };
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
