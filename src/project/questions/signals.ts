import { allSteps } from '../../facts/walk.js';
import type { CallSite } from '../module.js';
import type { Operation } from '../run/flow.js';
import type { Service } from '../service.js';
import { endsLive } from '../library-shutdown.js';
import type { Process } from '../processes.js';
import { takesWork, type Start } from '../starts.js';
import { wrongSignals, type WrongSignal } from './signal-names.js';
import { unseenSetup } from './unseen-setups.js';
import { functionThing } from '../thing.js';

/** A process that serves or consumes and does not handle SIGTERM. */
export interface DeafProcess {
  readonly process: Process;
  /** What makes it live first. */
  readonly start: Start;
  /** Termination signals that it does handle. */
  readonly handles: readonly string[];
  /** Where a library handles SIGTERM for itself alone. */
  readonly selfish?: CallSite;
  /** Where a list stands in place of its name. */
  readonly listed?: WrongSignal;
}

export function deafProcesses(service: Service): readonly DeafProcess[] {
  const found = service.processes.flatMap((process): readonly DeafProcess[] => {
    if (handlesSigterm(service, process) !== 'no' || isBrief(service, process)) return [];
    const start = firstStart(service, process);
    const selfish = process.listeners.find((listener) => endsLive(service, listener, process))?.site;
    const listed = listedIn(service, process);
    return start
      ? [
          {
            process,
            start,
            handles: process.listeners.flatMap(({ signals }) => signals),
            ...(selfish && { selfish }),
            ...(listed && { listed }),
          },
        ]
      : [];
  });
  // Of several processes that begin to serve at the same place, in what they share, the first stands for all.
  return found.filter((one, index) => found.findIndex(({ start }) => start.site.call === one.start.site.call) === index);
}

export function handlesSigterm(service: Service, process: Process): 'yes' | 'no' | 'unknown' {
  return handlesSignal(service, process, 'SIGTERM');
}

export function handlesSignal(service: Service, process: Process, signal: string): 'yes' | 'no' | 'unknown' {
  const signals = process.listeners.filter((listener) => !endsLive(service, listener, process)).flatMap((listener) => listener.signals);
  if (signals.includes(signal) || signals.includes('*')) return 'yes';
  const command = service.link.knowledge.command(process.entry.command);
  if (command?.signals) return 'yes';
  return unseenSetup(service, process) !== undefined || loadsUnreadable(service, process) ? 'unknown' : 'no';
}

/** It closes by itself, on its way, all that it makes live: a service for a moment. */
function isBrief(service: Service, process: Process): boolean {
  const runs = process.mains.map((module) => service.run(functionThing(module, 0)));
  const closed = runs
    .flatMap(({ beginnings }) => beginnings)
    .filter(({ operation, flow }) => !flow.failed && !flow.late && isOnEveryWay(service, operation))
    .flatMap(({ operation }) => operation.things.map(({ id }) => id));
  return process.starts.every(({ thing }) => !takesWork(thing) || closed.includes(thing.id));
}

/** Under no condition, and in no callback, which may never run. */
function isOnEveryWay(service: Service, { site, stack }: Operation): boolean {
  return [...stack, site].every((step, index, steps) => {
    const caller = steps[index - 1];
    const isCalled =
      !caller ||
      service.link
        .called(caller)
        .some((thing) => thing.kind === 'function' && thing.module === step.module && thing.function === step.owner);
    return isCalled && !isConditional(step);
  });
}

function isConditional({ module, owner, call }: CallSite): boolean {
  return allSteps(module.function(owner)?.body ?? []).some(
    (step) => step.kind === 'branch' && step.span[0] <= call.span[0] && call.span[1] <= step.span[1],
  );
}

/** `process.on(['SIGTERM'], …)` was meant to handle it. */
function listedIn(service: Service, { possible }: Process): WrongSignal | undefined {
  return wrongSignals(service).find(
    ({ because, name, site: { module, owner } }) =>
      because === 'listed' && SIGTERM.test(name) && possible.has(functionThing(module, owner).id),
  );
}

const SIGTERM = /SIGTERM/u;

/** A module of it that cannot be read, with a syntax error for one, names the signal. */
function loadsUnreadable(service: Service, process: Process): boolean {
  const { unreadable, workspace } = service.link;
  return unreadable.some(
    (path) =>
      workspace.matches(path, SIGTERM) &&
      workspace.importersOf(path).some((importer) => {
        const module = service.link.module(importer);
        return module !== undefined && process.reached.has(functionThing(module, 0).id);
      }),
  );
}

/** The first server that it starts on its way, if it has any. */
function firstStart(service: Service, process: Process): Start | undefined {
  const live = process.starts.filter(({ thing }) => takesWork(thing));
  const servers = live.filter(({ thing }) => thing.type.kind === 'server');
  const [only, ...others] = servers.length > 0 ? servers : live;
  return others.length === 0 ? only : inOrder(service, process, [...(only ? [only] : []), ...others])[0];
}

function inOrder(service: Service, process: Process, starts: readonly Start[]): readonly Start[] {
  const ranks = new Map<string, number>();
  const waiting = process.mains.map((module) => functionThing(module, 0)).reverse();
  for (let fn = waiting.pop(); fn; fn = waiting.pop()) {
    if (ranks.has(fn.id) || !process.reached.has(fn.id)) continue;
    ranks.set(fn.id, ranks.size);
    waiting.push(...[...service.reach.edges(fn).functions].reverse());
  }
  const rankOf = ({ site: { module, owner } }: Start): number => ranks.get(functionThing(module, owner).id) ?? ranks.size;
  return [...starts].sort((one, other) => rankOf(one) - rankOf(other));
}
