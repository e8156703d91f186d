import type { ArgumentPath } from '../../catalogue/shape.js';
import { argumentGiven } from '../arguments.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import type { ResourceThing } from '../thing.js';

/** Opened or started with a signal that closes it: `server.listen({ signal })`. */
export function isAbortable(service: Service, thing: ResourceThing): boolean {
  return service.calls.some((site) =>
    service.link.called(site).some((target) => {
      if (target.kind !== 'member' || target.member.abort === undefined || !mayCarrySignal(service, site, target.member.abort))
        return false;
      return target.receiver?.id === thing.id || service.link.of(site.module, site.call).some(({ id }) => id === thing.id);
    }),
  );
}

/** What is not seen may be options with a signal, unless it is a port by its name or by the host behind it. */
function mayCarrySignal(service: Service, site: CallSite, at: ArgumentPath): boolean {
  const given = argumentGiven(service.link, site, at);
  if (given !== 'unknown') return given === 'yes';
  const index = Number(String(at).split('.')[0]);
  const [value, next] = site.call.args.slice(index);
  const isPort = value !== undefined && /port/iu.test(service.text(site.module, value.span));
  return !isPort && (next === undefined || next.kind === 'function');
}
