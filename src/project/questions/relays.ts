import type { Value } from '../../facts/module-facts.js';
import { texts } from '../arguments.js';
import type { CallSite } from '../module.js';
import { isToItself } from '../raised-signals.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';

/**
 * The call hands on to another process the very signal that this one got, by its variable: `child.kill(signal)`. Such a process
 * stands for the one that it started: what that does with the signal, and how long it takes, is its own affair.
 */
export function isRelay(service: Service, site: CallSite, { signals, functions }: SignalListener): boolean {
  const { callee, args } = site.call;
  if (callee.kind !== 'member' || callee.name !== 'kill') return false;
  const [first, second] = args;
  if (second === undefined) return first !== undefined && isReceived(first);
  return isReceived(second) && !isToItself(service, site);

  function isReceived(value: Value): boolean {
    if (value.kind !== 'reference') return false;
    const binding = site.module.facts.bindings[value.binding];
    const isGiven =
      binding?.sources.some(({ parameter }) => parameter === 0) === true &&
      functions.some((fn) => fn.module === site.module && fn.function === binding.owner);
    const names = new Set(texts(service.link.of(site.module, value)));
    return isGiven || signals.every((signal) => names.has(signal));
  }
}

/** The listener is there to hand on its signal. */
export function relays(service: Service, listener: SignalListener): boolean {
  return [...service.reach.from(listener.functions).values()].some((fn) =>
    service.reach.callsIn(fn).some((site) => isRelay(service, site, listener)),
  );
}
