import { handoversOf } from '../callbacks.js';
import { endsWait } from '../continuations.js';
import type { Thing } from '../thing.js';
import type { Calling } from './calls.js';
import { distinct } from './flow.js';
import { functionsGiven, runAll } from './functions.js';
import { CLOSING_NAME, isUnseen, KEEPING_NAME, SETTLING_NAME } from './mattering.js';
import { sofar, together, type Outcome } from './outcome.js';

/** Something that is not seen: functions given to it may run, promises given to it are waited for, and it may close what its name says. */
export function unknownOutcome(calling: Calling, target: Thing): Outcome {
  const { frame, site, flow, given, receiver } = calling;
  const emitted = handoversOf(frame.run.link, site).flatMap(({ role, functions: listeners }) => (role === 'now' ? listeners : []));
  const functions = [...functionsGiven(frame.run, site), ...emitted];
  const { callee } = site.call;
  const isTelling = callee.kind === 'reference' || (callee.kind === 'member' && SETTLING_NAME.test(callee.name ?? ''));
  if (isTelling && isUnseen(target)) frame.run.told.hear(flow);
  const closes = isUnseen(target) && mayClose(calling, target.kind === 'unknown');
  if (closes) frame.run.unseen.add(site.call);
  // `sockets.destroy(() => process.exit(0))` tells that what it may close is closed.
  const outcome = runAll(frame.run, functions, closes ? { ...flow, unseen: true } : flow, frame.stack, site);
  const after = outcome.flow ?? flow;
  const { settled, timed = false, brief = false } = sofar(together([given, outcome, receiver]));
  // What it promises may be the end of what the functions begin: `fromCallback((done) => server.close(done))`.
  const begun = functions.length === 0 ? [] : [...after.operations.keys()].filter((operation) => !flow.operations.has(operation));
  return { flow: closes ? { ...after, unseen: true } : after, settled: distinct([settled, begun]), timed, brief };
}

function mayClose({ frame, site }: Calling, isUnknown: boolean): boolean {
  const { callee } = site.call;
  // `super(message)`: what makes a part of an object closes nothing.
  if (callee.kind === 'this') return false;
  const name = callee.kind === 'member' ? callee.name : undefined;
  if (isUnknown && endsWait(frame.run.link, site)) return false;
  if (isUnknown) return name === undefined ? callee.kind !== 'global' : CLOSING_NAME.test(name) || KEEPING_NAME.test(name);
  const given = site.call.args.flatMap((value) => frame.run.link.of(site.module, value));
  return given.some(needsClose) || CLOSING_NAME.test(name ?? frame.run.nameOf(site));
}

function needsClose(thing: Thing): boolean {
  return thing.kind === 'resource' && thing.type.needsClose === true;
}
