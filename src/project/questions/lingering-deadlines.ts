import { argumentThings } from '../arguments.js';
import type { CallSite } from '../module.js';
import type { Exit } from '../run/traces.js';
import type { Service } from '../service.js';
import { takesWork } from '../starts.js';
import type { Thing } from '../thing.js';
import { isDeadline, timerOf } from './exit-timers.js';
import { signalRoots } from './shutdown-roots.js';

/** A deadline's timer that holds a process which would end by itself: a clean shutdown takes the whole time, and ends with an error. */
export interface LingeringDeadline {
  readonly site: CallSite;
}

export function lingeringDeadlines(service: Service): readonly LingeringDeadline[] {
  return signalRoots(service).flatMap(({ fn }) => {
    const { cut, end, exits, operations } = service.run(fn);
    const isGraceful = operations.some(({ forced, things }) => !forced && things.some(takesWork));
    if (cut || !isGraceful || end === undefined || end.unseen) return [];
    if (!exits.every((exit) => exit.flow.late && isDeadline(service, exit)) || endsElsewhere(service, exits)) return [];
    return exits
      .flatMap((exit) => timerOf(service, exit) ?? [])
      .filter((site) => !isLetGo(service, site))
      .map((site) => ({ site }));
  });
}

/** Code outside of the run may end the process well: `server.on('close', () => process.exit())`. */
function endsElsewhere(service: Service, exits: readonly Exit[]): boolean {
  return service.calls.some((site) => {
    if (exits.some((exit) => exit.site.call === site.call)) return false;
    const things = [...service.link.called(site), ...site.call.args.flatMap((value) => service.link.of(site.module, value))];
    return things.some(exitsWith) && !fails(service, site);
  });
}

function exitsWith(thing: Thing): boolean {
  return thing.kind === 'member' && thing.member.exits !== undefined;
}

function fails(service: Service, site: CallSite): boolean {
  const [code] = argumentThings(service.link, site, 0);
  return code?.kind === 'constant' && code.value !== 0;
}

/** Unreferenced, cleared, or handed to somebody who is not seen. */
function isLetGo(service: Service, timer: CallSite): boolean {
  const handles = new Set(service.link.of(timer.module, timer.call).map(({ id }) => id));
  return service.calls.some((site) =>
    service.link.called(site).some((target) => {
      const given = (): boolean => site.call.args.some((value) => service.link.of(site.module, value).some(({ id }) => handles.has(id)));
      if (target.kind !== 'member') return target.kind !== 'function' && given();
      const { unrefs, clears } = target.member;
      if (target.receiver && handles.has(target.receiver.id) && (unrefs === true || clears === 'this')) return true;
      return clears !== undefined && given();
    }),
  );
}
