import type { Handover } from '../callbacks.js';
import type { CallSite } from '../module.js';
import type { Operation } from '../run/flow.js';
import type { Service } from '../service.js';
import type { FunctionThing } from '../thing.js';
import { handlesSigterm } from './signals.js';

/** Work that an `exit` or `beforeExit` listener begins and that never ends, or never begins. */
export interface LostWork {
  readonly handover: Handover;
  readonly event: 'exit' | 'beforeExit';
  readonly operations: readonly Operation[];
  /** A file that is written, or the like, which takes longer than one step. */
  readonly begun?: CallSite;
}

export function lostWork(service: Service): readonly LostWork[] {
  const onExit = service.handed('exit').flatMap((handover) => lost(service, handover, 'exit'));
  const beforeExit = service.handed('beforeExit').filter((handover) => isExpectedOnSignals(service, handover));
  return [...onExit, ...beforeExit.flatMap((handover) => lost(service, handover, 'beforeExit'))];
}

/** The process handles no signal, so this is all the shutdown it has. */
function isExpectedOnSignals(service: Service, { site }: Handover): boolean {
  const processes = service.processesLoading(site.module);
  return processes.length > 0 && processes.every((process) => handlesSigterm(service, process) === 'no');
}

function lost(service: Service, handover: Handover, event: LostWork['event']): readonly LostWork[] {
  return handover.functions.flatMap((fn) => {
    const run = service.run(fn);
    const operations = run.operations.filter(
      ({ close, things, kind }) => close.style !== 'sync' && close.style !== 'detached' && (things.length > 0 || kind === 'flush'),
    );
    const awaits = fn.module.function(fn.function)?.async === true && fn.module.awaits(fn.function);
    const begun =
      event === 'exit' && operations.length === 0 ? service.reach.callsIn(fn).find((site) => takesTurns(service, site)) : undefined;
    const isLost = operations.length > 0 || (event === 'exit' && (awaits || goesOn(service, fn)));
    return isLost ? [{ handover, event, operations, ...(begun && { begun }) }] : [];
  });
}

function takesTurns({ link }: Service, site: CallSite): boolean {
  return link.called(site).some((target) => target.kind === 'member' && target.member.turns === true);
}

/** Begins something whose callback or promise comes later, itself or in a function that it calls. */
function goesOn(service: Service, fn: FunctionThing): boolean {
  const sites = service.reach.callsIn(fn);
  const called = sites.flatMap((site) => service.link.called(site).filter((target) => target.kind === 'function'));
  return [...sites, ...called.flatMap((helper) => service.reach.callsIn(helper))].some((site) =>
    service.link.called(site).some((target) => {
      if (target.kind !== 'member') return false;
      const { timer, turns, io, promise, resolves, calls, opens } = target.member;
      return timer !== undefined || turns === true || (io !== undefined && (promise ?? resolves ?? calls ?? opens) !== undefined);
    }),
  );
}
