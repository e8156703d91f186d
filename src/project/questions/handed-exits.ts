import { passedAsCallee } from '../passing.js';
import type { Exit } from '../run/traces.js';
import type { Service } from '../service.js';
import type { Thing } from '../thing.js';

/** `database.close(process.exit)`: the exit is there, rather than where somebody else's helper calls what it was given. */
export function whereHanded(service: Service, exit: Exit): Exit {
  for (const { receiver, index } of passedAsCallee(exit.site)) {
    const at = exit.stack.findLastIndex((site) =>
      service.link.called(site).some((thing) => thing.kind === 'function' && thing.id === receiver.id),
    );
    const site = exit.stack[at];
    const given = site?.call.args[index];
    if (site && given && service.link.of(site.module, given).some(isExit))
      return whereHanded(service, { ...exit, site, stack: exit.stack.slice(0, at) });
  }
  return exit;
}

function isExit(thing: Thing): boolean {
  return thing.kind === 'member' && thing.member.exits !== undefined;
}
