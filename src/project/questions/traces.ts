import type { Service } from '../service.js';
import { takesWork } from '../starts.js';
import { signalRoots, type ShutdownRoot } from './shutdown-roots.js';

const LOGGING = /(?:^|\.)(?:log|info|warn|error|debug|fatal|trace|notice|verbose|write|inc|increment|observe|captureMessage|captureException|addBreadcrumb)$/u;

/** Shutdowns that write nothing anywhere. */
export function silentShutdowns(service: Service): readonly ShutdownRoot[] {
  return signalRoots(service).filter((root) => {
    const run = service.run(root.fn);
    if (run.cut || !run.operations.some(({ things }) => things.some(takesWork))) return false;
    return ![...service.reach.from([root.fn]).values()].some((fn) => service.reach.callsIn(fn).some(({ module, call }) => {
      const logs = service.link.called({ module, call }).some((thing) => thing.kind === 'member' && thing.member.logs === true);
      return logs || LOGGING.test(service.text(module, call.callee.span));
    }));
  });
}
