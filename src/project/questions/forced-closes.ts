import type { Beginning, Run } from '../run/run.js';
import type { Flow, Operation } from '../run/flow.js';
import type { Service } from '../service.js';
import { takesWork } from '../starts.js';
import { hookRoots, methodRoots, signalRoots } from './shutdown-roots.js';

/** A close that cuts work in flight before that had its time. */
export interface ForcedClose {
  readonly operation: Operation;
  /** The graceful close of the same thing beside it. */
  readonly graceful: Operation | undefined;
}

export function forcedCloses(service: Service): readonly ForcedClose[] {
  const roots = [...signalRoots(service), ...hookRoots(service), ...methodRoots(service)];
  return roots.flatMap((root) => {
    const run = service.run(root.fn);
    return run.cut ? [] : run.beginnings.flatMap((beginning) => forced(run, beginning));
  });
}

function forced(run: Run, { operation, flow }: Beginning): readonly ForcedClose[] {
  if (!operation.forced || operation.things.length === 0 || flow.late || flow.failed || flow.again) return [];
  const ids = operation.things.map((thing) => thing.id);
  const gracefully = run.operations.filter((other) => !other.forced && other.close.drains && other.things.some((thing) => ids.includes(thing.id)));
  const drained = [...flow.operations].some(([other, progress]) => gracefully.includes(other) && progress === 'done');
  return drained || isIdle(run, operation, flow) ? [] : [{ operation, graceful: gracefully[0] }];
}

/** A dependency of which nothing more is asked: all that took work has been drained. */
function isIdle(run: Run, operation: Operation, flow: Flow): boolean {
  if (operation.things.some(takesWork)) return false;
  const drains = run.operations.filter((other) => other.close.drains && !other.forced && other.things.some(takesWork));
  return drains.length > 0 && drains.every((other) => flow.operations.get(other) === 'done');
}
