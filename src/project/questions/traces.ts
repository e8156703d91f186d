import type { Service } from '../service.js';
import { takesWork } from '../starts.js';
import { isPlain } from '../thing.js';
import { signalRoots, type ShutdownRoot } from './shutdown-roots.js';

const LOGGING =
  /(?:^|\.)(?:log|info|warn|error|debug|fatal|trace|notice|verbose|write|inc|increment|observe|captureMessage|captureException|addBreadcrumb)$/u;

/** Shutdowns that write nothing anywhere, as far as can be seen: what comes from a package that is not known may write. */
export function silentShutdowns(service: Service): readonly ShutdownRoot[] {
  return signalRoots(service).filter((root) => {
    const run = service.run(root.fn);
    if (run.cut || !run.operations.some(({ things }) => things.some(takesWork))) return false;
    return ![...service.reach.from([root.fn]).values()].some((fn) =>
      service.reach.callsIn(fn).some(({ module, call }) => {
        const called = service.link.called({ module, call });
        const logs = called.some(
          (thing) => (thing.kind === 'member' && thing.member.logs === true) || (thing.kind === 'external' && !isPlain(thing)),
        );
        return logs || LOGGING.test(service.text(module, call.callee.span));
      }),
    );
  });
}
