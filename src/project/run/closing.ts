import type { Close } from '../../catalogue/shape.js';
import type { Value } from '../../facts/module-facts.js';
import { conditionHolds } from '../arguments.js';
import { abortedThings } from '../aborts.js';
import { writesLog } from '../asides.js';
import { endEvent } from '../end-events.js';
import { closedThings } from '../kept.js';
import type { MemberThing, Thing } from '../thing.js';
import type { Calling } from './calls.js';
import { begin, type Flow, type Operation } from './flow.js';
import { runThings } from './functions.js';
import { SETTLING_NAME } from './mattering.js';
import type { Outcome } from './outcome.js';
import { resolverOf } from './promises.js';

/** A call that the catalogue says closes or flushes. `style` overrides for a promisified call. */
export function beginOperation(calling: Calling, target: MemberThing, style?: Close['style']): Outcome | undefined {
  const { frame, site, flow } = calling;
  const close = target.member.closes ?? target.member.flushes;
  if (!close || frame.stack.some(writesLog)) return undefined;
  const operation = frame.run.operation({
    site,
    close,
    kind: target.member.closes ? 'close' : 'flush',
    things: closedThings(frame.run.link, site, target, close).filter((thing) => thing.kind === 'resource'),
    forced: isForced(calling, close),
    stack: frame.stack,
  });
  frame.run.begins(operation, flow);
  const outcome = proceed(calling, operation, style ?? close.style);
  frame.run.closeListeners.hear(frame.run, operation, flow);
  return outcome;
}

/** `stop.abort()` closes what was started with its signal; nothing here tells the end. */
export function beginAbort({ frame, site, flow }: Calling, { receiver }: MemberThing): Flow {
  const things = receiver ? abortedThings(frame.run.link, receiver) : [];
  if (things.length === 0) return flow;
  const operation = frame.run.operation({ site, close: ABORT, kind: 'abort', things, forced: false, stack: frame.stack });
  frame.run.begins(operation, flow);
  return begin(flow, operation);
}

const ABORT: Close = { style: 'detached', drains: true, idempotent: true };

function isForced({ frame, site }: Calling, close: Close): boolean {
  if (close.forced === undefined || close.forced === true) return close.forced === true;
  return conditionHolds(frame.run.link, site, close.forced) === 'yes';
}

function proceed(calling: Calling, operation: Operation, style: Close['style']): Outcome {
  const { flow } = calling;
  if (endEvent(operation.close, operation.things) !== undefined) return { flow: begin(flow, operation), settled: [], direct: [operation] };
  if (style === 'sync' || style === 'detached') return { flow: begin(flow, operation, 'done'), settled: [] };
  const begun = begin(flow, operation);
  if (operation.close.style === 'promise' && isCompletion(calling)) calling.frame.run.waits(operation, 'never-called');
  const callback = style === 'promise' ? undefined : callbackValue(calling, operation.close);
  if (callback) {
    calling.frame.run.waits(operation, 'callback');
    complete(calling, callback, { ...begin(flow, operation, 'done'), waited: true });
    return { flow: begun, settled: [] };
  }
  return { flow: begun, settled: style === 'promise' || style === 'either' ? [operation] : [], direct: [operation] };
}

/** A function in the last place, or the `resolve` of a promise under construction. */
function isCompletion({ frame, site }: Calling): boolean {
  const last = site.call.args.at(-1);
  return last?.kind === 'function' || resolverOf(frame, last) !== undefined;
}

function callbackValue({ frame, site }: Calling, close: Close): Value | undefined {
  const { args } = site.call;
  if (close.callback !== undefined) return args[close.callback];
  return args.findLast(
    (value) => value.kind !== 'object' && value.kind !== 'literal' && isCallable(frame.run.link.known(frame.fn.module, value), value),
  );
}

function isCallable(things: readonly Thing[], value: Value): boolean {
  return (
    value.kind === 'function' ||
    things.some((thing) => thing.kind === 'function' || thing.kind === 'builtin' || thing.kind === 'member' || thing.kind === 'unknown') ||
    isUnseenResolver(things, value)
  );
}

/** `server.close(deferred.resolve)`, of a library that is not known. */
function isUnseenResolver(things: readonly Thing[], value: Value): boolean {
  return value.kind === 'member' && SETTLING_NAME.test(value.name ?? '') && things.some(({ kind }) => kind === 'external');
}

/** What the completion callback does, once the operation is over. */
function complete({ frame, site }: Calling, callback: Value, flow: Flow): void {
  const ways = resolverOf(frame, callback);
  if (ways) {
    frame.run.settles(ways, flow);
    return;
  }
  const things = frame.run.link.of(site.module, callback);
  if (things.some(({ kind }) => kind === 'unknown' || kind === 'external')) frame.run.told.hear(flow);
  runThings(frame.run, things, flow, frame.stack, site);
}
