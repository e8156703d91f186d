import type { Value } from '../../facts/module-facts.js';
import { parts } from '../../facts/walk.js';
import { conditionHolds } from '../arguments.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import type { MemberThing } from '../thing.js';

/** `new Cron('0 * * * *', { timezone })` tells times and has nothing to run. */
export function hasNothingToRun({ call }: CallSite, { member }: MemberThing): boolean {
  if (member.calls?.some(({ at }) => at === 'last') !== true) return false;
  return call.args.slice(1).every((value) => value.kind === 'literal' || (value.kind === 'object' && !parts(value).some(mayBeFunction)));
}

function mayBeFunction({ kind }: Value): boolean {
  return kind === 'function' || kind === 'spread';
}

/** With the call, or by one of its method: `new CronJob('0 * * * *', tick)` does nothing before `start()`. */
export function beginsHere(service: Service, site: CallSite, { member }: MemberThing): boolean {
  const conditions = member.begins;
  if (conditions === undefined || conditions === true) return true;
  if (conditions.some((condition) => conditionHolds(service.link, site, condition) === 'yes')) return true;
  const handles = new Set(service.link.of(site.module, site.call).map(({ id }) => id));
  return service.calls.some((one) =>
    service.link
      .called(one)
      .some((target) => target.kind === 'member' && target.member.begins === true && target.receiver && handles.has(target.receiver.id)),
  );
}
