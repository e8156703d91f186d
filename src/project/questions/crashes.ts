import type { CallSite } from '../module.js';
import type { Exit } from '../run/run.js';
import type { Service } from '../service.js';
import { isPlain, type FunctionThing } from '../thing.js';
import { isTelling } from '../bindings.js';
import { takesWork } from '../starts.js';
import { walkSteps, walkValue } from '../../facts/walk.js';

/** A failure after which the platform sees a healthy or a completed container. */
export interface SwallowedCrash {
  readonly because: 'lives-on' | 'exits-clean' | 'start-up';
  /** The listener's registration, or the exit. */
  readonly site: CallSite;
  readonly event: string;
}

export function swallowedCrashes(service: Service): readonly SwallowedCrash[] {
  const listeners = service.handed('fatal').flatMap((handover) =>
    handover.functions.flatMap((fn) => {
      const event = handover.events[0] ?? '';
      const because = afterCrash(service, fn);
      if (because === 'fine' || otherEnds(service, event, fn)) return [];
      return [
        because === 'lives-on' ? { because, site: handover.site, event } : { because: 'exits-clean' as const, site: because.site, event },
      ];
    }),
  );
  return [...listeners, ...startUpFailures(service)];
}

/** Another listener of the same event ends the process with a failure. */
function otherEnds(service: Service, event: string, fn: FunctionThing): boolean {
  return service
    .handed('fatal')
    .some((other) => other.events[0] === event && other.functions.some((one) => one.id !== fn.id && afterCrash(service, one) === 'fine'));
}

function afterCrash(service: Service, fn: FunctionThing): 'fine' | 'lives-on' | Exit {
  const run = service.run(fn);
  const clean = run.exits.find((exit) => exit.how === 'now' && !exit.flow.failed && exitCode(service, exit.site) === 0);
  if (clean && !setsExitCode(service, fn)) return clean;
  if (run.cut || run.exits.length > 0 || run.end === undefined || run.end.unseen || run.operations.length > 0) return 'fine';
  return mayEnd(service, fn) ? 'fine' : 'lives-on';
}

/** The code that an exit certainly ends with; a missing argument is 0. */
export function exitCode(service: Service, { module, call }: CallSite): number | undefined {
  const [first] = call.args;
  if (!first) return call.callee.kind === 'member' || call.callee.kind === 'reference' ? 0 : undefined;
  const things = service.link.of(module, first).filter(isTelling);
  const [only] = things;
  return things.length === 1 && only?.kind === 'constant' && typeof only.value === 'number' ? only.value : undefined;
}

function setsExitCode(service: Service, fn: FunctionThing): boolean {
  return [...service.reach.from([fn]).values()].some((reached) => writesExitCode(reached));
}

function writesExitCode(fn: FunctionThing): boolean {
  let found = false;
  walkSteps(fn.module.function(fn.function)?.body ?? [], (value) => {
    found ||= value.kind === 'assign' && value.target.kind === 'member' && value.target.name === 'exitCode';
  });
  return found;
}

const ENDING_NAME = /shut_?down|exit|stop|close|terminate|kill|fatal|crash|panic|abort|emit|graceful|restart|die/iu;

/** Throws again, sets the exit code, or calls something unseen that by its name ends the process. */
function mayEnd(service: Service, fn: FunctionThing): boolean {
  return [...service.reach.from([fn]).values()].some((reached) => {
    let ends = writesExitCode(reached);
    walkSteps(
      reached.module.function(reached.function)?.body ?? [],
      (value) => {
        if (value.kind !== 'call') return;
        const name = value.callee.kind === 'member' ? (value.callee.name ?? '') : service.text(reached.module, value.callee.span);
        const isUnseen = service.link
          .known(reached.module, value.callee)
          .some((thing) => thing.kind === 'unknown' || (thing.kind === 'external' && !isPlain(thing)));
        ends ||= isUnseen && (ENDING_NAME.test(name) || value.callee.kind !== 'member');
      },
      (step) => {
        ends ||= step.kind === 'throw';
      },
    );
    return ends;
  });
}

/** What is caught leads to something that takes work; a service that starts without one of its dependencies is meant to. */
function isCatchOfStart(service: Service, { module, call, owner }: CallSite): boolean {
  if (call.callee.kind !== 'member' || call.callee.name !== 'catch') return false;
  const sites: CallSite[] = [];
  walkValue(call.callee.object, (value) => {
    if (value.kind === 'call') sites.push({ module, call: value, owner });
  });
  const led = service.reach.from(sites.flatMap((site) => service.reach.targetsOf(site)));
  const starts = [
    ...sites.flatMap((site) => service.reach.startsAt(site)),
    ...[...led.values()].flatMap((fn) => service.reach.startsIn(fn)),
  ];
  return starts.some(({ thing }) => takesWork(thing));
}

/** `main().catch(console.error)` in the entry of a service. */
function startUpFailures(service: Service): readonly SwallowedCrash[] {
  const entries = new Set(service.processes.flatMap(({ mains }) => mains));
  return [...entries].flatMap((module) =>
    module.calls
      .filter((site) => site.owner === 0 && isCatchOfStart(service, site))
      .flatMap((site) => {
        const [handler] = site.call.args;
        const things = handler ? service.link.known(module, handler) : [];
        const functions = things.filter((thing) => thing.kind === 'function');
        const logs = things.every((thing) => thing.kind === 'member' && thing.member.logs === true);
        const livesOn =
          functions.length > 0 && functions.length === things.length && functions.every((fn) => afterCrash(service, fn) === 'lives-on');
        return logs || livesOn ? [{ because: 'start-up' as const, site, event: '' }] : [];
      }),
  );
}
