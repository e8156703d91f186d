/** Exits in the callback of a timer: the deadlines of shutdowns, and their ends. */
import { argumentThings } from '../arguments.js';
import type { CallSite } from '../module.js';
import { numbersOf } from '../numbers.js';
import { isBrief } from '../run/delays.js';
import type { Run } from '../run/run.js';
import type { Exit } from '../run/traces.js';
import type { Service } from '../service.js';

/** Milliseconds that a call waits, where they are seen. */
export type Wait = { readonly ms: number; readonly site: CallSite } | 'unknown';

/** The call of `setTimeout` behind the exit. */
export function timerOf(service: Service, { site, stack }: Pick<Exit, 'site' | 'stack'>): CallSite | undefined {
  return [...stack, site].findLast((one) =>
    service.link.called(one).some((thing) => thing.kind === 'member' && thing.member.timer === 'once' && thing.member.promise !== true),
  );
}

/** How long the timer of a call waits. */
export function waitAt(service: Service, site: CallSite | undefined, argument = 1): Wait {
  const value = site?.call.args[argument];
  const numbers = site && value && numbersOf(service.link, site.module, value);
  return site && numbers && numbers.length > 0 ? { ms: Math.max(...numbers), site } : 'unknown';
}

/** The exit of a timer with an error code only ends what hangs. */
export function isDeadline(service: Service, { flow, site }: Exit): boolean {
  const isHanded = !service.link.called(site).some((thing) => thing.kind === 'member' && thing.member.exits !== undefined);
  const [code] = argumentThings(service.link, site, isHanded ? 2 : 0);
  return flow.late && code?.kind === 'constant' && code.value !== 0;
}

/**
 * No deadline, but the end, and sooner than work in flight is over: `server.close(); setTimeout(() => process.exit(0), 100)`. Where the
 * process ends in another way as well, that is its end.
 */
export function isHastyEnd(service: Service, { exits }: Run, exit: Exit): boolean {
  const isOnly = exits.every(({ flow }) => flow.late || flow.failed || flow.again);
  const timer = isOnly && !isDeadline(service, exit) ? timerOf(service, exit) : undefined;
  return timer !== undefined && isBrief(service.link, timer);
}
