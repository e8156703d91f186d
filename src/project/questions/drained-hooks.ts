/** Steps of a library's shutdown that come once its server has answered all. */
import { argumentThings } from '../arguments.js';
import { drainedServers } from '../serving.js';
import type { Service } from '../service.js';
import { takesWork } from '../starts.js';
import type { Things } from '../thing.js';
import type { ShutdownRoot } from './shutdown-roots.js';

/** `fastify.addHook('onClose', …)`, `onApplicationShutdown()`, `createTerminus(server, { onSignal })`, of a server that takes work. */
export function comesAfterDrain(service: Service, root: ShutdownRoot): boolean {
  return drainedBefore(service, root).some((thing) => thing.kind === 'resource' && takesWork(thing));
}

function drainedBefore(service: Service, { fn, handover }: ShutdownRoot): Things {
  if (!handover) return drainedServers(service, fn);
  const { spec, site, target } = handover;
  if (spec?.drained === undefined || target.kind !== 'member') return [];
  if (target.receiver) return [target.receiver];
  const closes = target.member.signals?.closes;
  return closes === undefined ? [] : argumentThings(service.link, site, closes);
}
