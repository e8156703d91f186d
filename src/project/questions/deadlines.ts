import { argumentGiven } from '../arguments.js';
import type { Operation } from '../run/flow.js';
import type { Run } from '../run/run.js';
import type { Service } from '../service.js';
import type { FunctionThing } from '../thing.js';
import { signalRoots } from './shutdown-roots.js';

export interface UnboundedShutdown {
  readonly fn: FunctionThing;
}

/** Time-outs handed to something that is not seen: `stop({ timeoutMs })`. */
const BOUND = /time_?out|deadline|grace|max_?wait|abort_?signal/iu;

/** Shutdowns that wait for something that may never end. */
export function unboundedShutdowns(service: Service): readonly UnboundedShutdown[] {
  const fatal = service.handed('fatal').flatMap(({ functions }) => functions.map((fn) => ({ fn })));
  return [...signalRoots(service), ...fatal].flatMap((root) => {
    const run = service.run(root.fn);
    const waits = run.operations.some((operation) => operation.kind === 'close' && operation.things.length > 0 && operation.close.style !== 'sync' && isEnding(run, operation));
    return !run.cut && waits && !isBounded(service, root, run) ? [{ fn: service.shutdownBehind(root.fn) }] : [];
  });
}

/** No exit of the shutdown comes before its end. */
function isEnding(run: Run, operation: Operation): boolean {
  return run.exits.every(({ flow }) => (flow.operations.get(operation) ?? 'done') === 'done');
}

function isBounded(service: Service, root: { readonly fn: FunctionThing }, run: Run): boolean {
  if (run.exits.some(({ flow }) => flow.late) || run.raced) return true;
  if (run.operations.every((operation) => operation.close.style === 'sync' || hasDeadline(service, operation))) return true;
  return [...service.reach.from([root.fn]).values()].some((fn) => service.reach.callsIn(fn).some((site) => {
    const isUnseen = service.link.called(site).some((thing) => thing.kind === 'unknown' || thing.kind === 'external' || thing.kind === 'function');
    return isUnseen && (site.call.args.some((value) => BOUND.test(service.text(site.module, value.span))) || BOUND.test(service.text(site.module, site.call.callee.span)));
  }));
}

function hasDeadline(service: Service, { close, site }: Run['operations'][number]): boolean {
  if (close.deadline === undefined) return false;
  return typeof close.deadline === 'number' && close.deadline > 20 ? true : argumentGiven(service.link, site, close.deadline) !== 'no';
}
