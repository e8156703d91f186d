import { walkValue } from '../../facts/walk.js';
import type { Link } from '../link.js';
import type { CallSite } from '../module.js';
import type { Reach } from '../reach.js';
import type { Service } from '../service.js';
import { withoutPromise } from '../starts.js';
import type { FunctionThing, Things } from '../thing.js';

/** Waits for something outside the process, for a server, or for something unseen: it may take long. */
export function isStartUpStep(service: Service, site: CallSite): boolean {
  const reached = service.reach.from(service.reach.targetsOf(site));
  const starting = [...reached.values()].filter((fn) => !service.perWork.has(fn.id) && !service.isHook(fn));
  const given: CallSite[] = [];
  for (const value of site.call.args)
    walkValue(value, (inner) => {
      if (inner.kind === 'call') given.push({ ...site, call: inner });
    });
  if ([site, ...given].some((one) => isUnseen(service.reach, one, one.call === site.call) || startsOrWaits(service.reach, one)))
    return true;
  return starting.some((fn) => service.reach.remember(fn, isStartUp));
}

function isStartUp(reach: Reach, fn: FunctionThing): boolean {
  return reach.callsIn(fn).some((site) => isUnseen(reach, site, false) || startsOrWaits(reach, site));
}

/** Calls something unknown; a method of it, and what the language has (`new Error()`), counts only where that is asked for. */
function isUnseen({ link }: Reach, site: CallSite, countsAll: boolean): boolean {
  const { kind: callee } = site.call.callee;
  return (countsAll || (callee !== 'member' && callee !== 'global')) && calledBy(link, site).some(({ kind }) => kind === 'unknown');
}

function startsOrWaits({ link }: Reach, site: CallSite): boolean {
  return calledBy(link, site).some(
    (thing) => thing.kind === 'member' && (thing.member.io !== undefined || thing.member.starts !== undefined),
  );
}

function calledBy(link: Link, { module, call }: CallSite): Things {
  return link.called({ module, call }).flatMap(withoutPromise);
}
