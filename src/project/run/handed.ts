import { argumentThings, texts } from '../arguments.js';
import { FOLDS, handoversOf, type Handover, LISTENING } from '../callbacks.js';
import type { MemberThing, ResourceThing } from '../thing.js';
import type { Calling } from './calls.js';
import { settle, unawaited, type Flow } from './flow.js';
import { runAll } from './functions.js';
import { together, type Outcome } from './outcome.js';
import { resolverOf } from './promises.js';

/** Functions handed to a library or to the language: run when their role says. */
export function handed(calling: Calling): Outcome {
  const { frame, site } = calling;
  let flow: Flow | undefined = calling.flow;
  const outcomes: Outcome[] = [];
  for (const handover of handoversOf(frame.run.link, site)) {
    if (!flow) break;
    const outcome = handedOne(calling, handover, flow);
    flow = outcome.flow;
    outcomes.push(outcome);
  }
  return { ...together(outcomes), never: false, flow };
}

/** `server.once('close', resolve)`. */
export function resolveOnEnd({ frame, site, flow }: Calling, { name, receiver }: MemberThing): void {
  const ways = LISTENING.has(name) ? resolverOf(frame, site.call.args[1]) : undefined;
  const { run, stack } = frame;
  if (!ways || !receiver || !texts(argumentThings(run.link, site, 0)).some((event) => endsWith(receiver, event))) return;
  const isBegun = [...flow.operations.keys()].some(({ things }) => things.some(({ id }) => id === receiver.id));
  if (isBegun) run.settles(ways, settle(flow, [receiver.id]));
  else if (receiver.type.needsClose) run.closeListeners.add(run, receiver, { functions: [], ways, site, stack, flow });
}

const ENDS = new Set(['close', 'end', 'finish']);

/** The `exit` of a child or a thread, too. */
function endsWith(receiver: ResourceThing | undefined, event: string): boolean {
  return ENDS.has(event) || Object.values(receiver?.type.members ?? {}).some(({ closes }) => closes?.event === event);
}

const LATER = new Set(['completion', 'listening', 'event', 'settled', 'startup']);

function handedOne({ frame, site, receiver: list, given }: Calling, handover: Handover, flow: Flow): Outcome {
  const { run, stack } = frame;
  if (handover.role === 'now') {
    const carried = handover.target.kind === 'builtin' && FOLDS.has(handover.target.name) ? given.each[1] : undefined;
    return runAll(run, handover.functions, flow, stack, site, [...(carried ? [{ promised: carried }] : []), { promised: list }]);
  }
  if (!LATER.has(handover.role)) return { flow, settled: [] };
  const receiver = handover.target.kind === 'member' ? handover.target.receiver : undefined;
  const closed = handover.events.some((event) => endsWith(receiver, event));
  const waiting = { functions: handover.functions, site, stack, flow };
  if (closed && receiver?.type.needsClose && run.closeListeners.add(run, receiver, waiting)) return { flow, settled: [] };
  const outcome = runAll(run, handover.functions, closed && receiver ? settle(flow, [receiver.id]) : flow, stack, site);
  return { flow: outcome.flow ? unawaited(flow, outcome.flow) : flow, settled: [] };
}
