/** Functions that are given a callback, and are run one after the other or all at once: `async.series([(next) => server.close(next)], done)`. */
import type { Member } from '../../catalogue/shape.js';
import type { Value } from '../../facts/module-facts.js';
import type { FunctionThing, Thing } from '../thing.js';
import type { Calling } from './calls.js';
import { join, settle, unawaited, type Flow } from './flow.js';
import { callFunction, runThings } from './functions.js';
import { afterwards, doneIn, sofar, type Given, type Outcome } from './outcome.js';
import { resolverOf } from './promises.js';

/** Where the functions, or the one for the end, are not seen, it may close whatever there is. */
export function chained(calling: Calling, how: NonNullable<Member['disposes']>): Outcome {
  const { frame, site, flow } = calling;
  const [list, ...rest] = site.call.args;
  const tasks = list && how !== true ? tasksIn(calling, list) : undefined;
  const last = rest.at(-1);
  if (!tasks || !last) return disposed(calling);
  const ways = resolverOf(frame, last);
  const then = frame.run.link.of(site.module, last);
  if (!ways && (then.length === 0 || !then.every(isEnd))) return disposed(calling);
  const over = how === 'series' ? inTurn(calling, tasks) : atOnce(calling, tasks);
  // On the way that does not end the process before.
  if (!over) return { flow: undefined, settled: [] };
  const end = { ...over, waited: true };
  if (ways) frame.run.settles(ways, end);
  const outcome = ways ? undefined : runThings(frame.run, then, end, frame.stack, site);
  return { flow: unawaited(flow, outcome?.flow ?? end), settled: [] };
}

/** Functions of the project; a close that is bound to what it closes, `server.close.bind(server)`, is no call that could be repaired. */
function tasksIn({ frame: { run }, site }: Calling, list: Value): readonly FunctionThing[] | undefined {
  if (list.kind !== 'array') return undefined;
  const tasks = list.items.map((item) => run.link.of(site.module, item));
  const functions = tasks.flat().flatMap((thing) => (thing.kind === 'function' ? [thing] : []));
  return functions.length === tasks.length && tasks.every((task) => task.length === 1) ? functions : undefined;
}

/** A function of the project, or `process.exit`. */
function isEnd(thing: Thing): boolean {
  return thing.kind === 'function' || (thing.kind === 'member' && thing.member.exits !== undefined);
}

function inTurn(calling: Calling, tasks: readonly FunctionThing[]): Flow | undefined {
  return tasks.reduce<Flow | undefined>((flow, task) => flow && afterTask({ ...calling, flow }, task), calling.flow);
}

function atOnce(calling: Calling, tasks: readonly FunctionThing[]): Flow | undefined {
  let { flow } = calling;
  const ends: Flow[] = [];
  for (const task of tasks) {
    const end = afterTask({ ...calling, flow }, task);
    if (!end) return undefined;
    ends.push(end);
    flow = unawaited(flow, end);
  }
  return settle(flow, ends.flatMap(doneIn));
}

/** The flow when the function has called back; undefined when it ends the process. */
function afterTask(calling: Calling, task: FunctionThing): Flow | undefined {
  const { frame, site, flow } = calling;
  const fact = task.module.function(task.function);
  const ways: Flow[] = [];
  // An async function is given no callback: its promise tells.
  const count = fact?.async === true ? 0 : (fact?.parameters.length ?? 0);
  const given = Array.from({ length: count }, (_, at): Given => ({ promised: { settled: [] }, ...(at === count - 1 && { ways }) }));
  const inside = callFunction(frame.run, task, flow, [...frame.stack, site], given);
  const called = join(...ways);
  if (called) return { ...called, waited: true };
  // Who never calls back where that is seen hands the callback on, and what was begun is over when it is called.
  return inside.flow && settle(afterwards(inside.flow, sofar(inside)), [...inside.flow.operations.keys()]);
}

function disposed({ frame, site, flow }: Calling): Outcome {
  frame.run.unseen.add(site.call);
  return { flow: { ...flow, unseen: true }, settled: [] };
}
