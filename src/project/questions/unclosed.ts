import { endsLive } from '../library-shutdown.js';
import type { Process } from '../processes.js';
import type { CallSite } from '../module.js';
import { listenersBeside } from '../roles.js';
import type { Run } from '../run/run.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { awaited, functionThing, isPlain, type ResourceThing, type Things } from '../thing.js';
import { closedWith } from '../ownership.js';
import { isAbortable } from './abortable.js';
import { isClosedNearby } from './closed-nearby.js';
import { closedIds } from './closed-things.js';
import { endsByItself } from './ends-by-itself.js';
import { isDeadline } from './exit-timers.js';
import { earlyExits } from './exits.js';
import { isDoubtful } from './doubtful.js';
import { isHandedOver } from './handed-over.js';
import { isInTask } from './short-tasks.js';
import { isKept } from './kept-openings.js';
import { mayClose, mayCloseUnseen } from './outsiders.js';
import { overwrittenIn } from './overwritten.js';
import { isUsedByClosedAlone } from './users.js';
import { inertListeners } from './inert-listeners.js';
import { hookRoots } from './shutdown-roots.js';

/** Something that a service opens and that its shutdown leaves open. */
export interface UnclosedResource {
  readonly thing: ResourceThing;
  readonly site: CallSite;
  readonly process: Process;
  /** Keeps the process alive, since the shutdown does not exit by itself: until a deadline ends it, or for ever. */
  readonly holds: 'until-deadline' | 'for-ever' | undefined;
  /** What keeps only the last of several, which is closed. */
  readonly handle: string | undefined;
}

const known = new WeakMap<Service, readonly UnclosedResource[]>();

/** Several rules ask. */
export function unclosedResources(service: Service): readonly UnclosedResource[] {
  const found = known.get(service) ?? findUnclosed(service);
  known.set(service, found);
  return found;
}

function findUnclosed(service: Service): readonly UnclosedResource[] {
  const closed = closedIds(service);
  const cut = closedWith(
    service,
    earlyExits(service).flatMap(({ open }) => open),
  );
  return service.processes.flatMap((process) => {
    if (!hasShutdown(service, process, process.listeners)) return [];
    const life = lifeOf(service, process);
    return openedIn(service, process)
      .filter(({ thing }) => !hidesClose(service, process, thing))
      .filter(({ thing, site }) => !cut.has(thing.id) && !isClosedOtherwise(service, process, thing, site))
      .map((opened) => ({ ...opened, handle: closed.has(opened.thing.id) ? overwrittenIn(service, opened.thing) : undefined }))
      .filter(({ thing, handle }) => handle !== undefined || !closed.has(thing.id))
      .map((opened) => ({ ...opened, process, holds: opened.thing.type.keepsAlive === true ? life : undefined }))
      .filter(({ site }) => hasShutdown(service, process, listenersBeside(service, process, site)))
      .filter(({ thing, holds }) => holds !== undefined || !(LOSELESS.has(thing.type.kind) || isUsedByClosedAlone(service, thing, closed)));
  });
}

/** What only keeps the process alive, and has nothing to lose. */
const LOSELESS: ReadonlySet<string> = new Set(['watcher', 'timer']);

/** How long the process lives on when something that keeps it alive is left open; undefined when a shutdown ends it. */
function lifeOf(service: Service, { listeners }: Process): UnclosedResource['holds'] {
  if (listeners.some((listener) => listener.library !== undefined && !isOnlyHeard(listener, listeners))) return undefined;
  const exits = listeners.flatMap(({ functions }) => functions.flatMap((fn) => service.run(fn).exits));
  if (exits.some((exit) => !exit.flow.failed && !isDeadline(service, exit))) return undefined;
  return exits.some(({ flow }) => flow.late) ? 'until-deadline' : 'for-ever';
}

/** The signal that a library sends again in the end is heard by a listener of the project's own, and so ends nothing. */
function isOnlyHeard({ library, signals }: SignalListener, listeners: readonly SignalListener[]): boolean {
  if (library?.then !== 'reraise') return false;
  return signals.every((signal) => listeners.some((own) => !own.library && !own.once && own.signals.includes(signal)));
}

/** The process has a shutdown of its own, or hooks that a library runs on a signal. */
function hasShutdown(service: Service, process: Process, listeners: readonly SignalListener[]): boolean {
  const inert = inertListeners(service).flatMap(({ listener, until, revived }) =>
    until === undefined && !revived ? [listener.site.call] : [],
  );
  return listeners.some(
    (listener) =>
      !inert.includes(listener.site.call) &&
      !endsLive(service, listener, process) &&
      listener.signals.some((signal) => signal === 'SIGTERM' || signal === 'SIGINT' || signal === '*') &&
      (listener.functions.length > 0 || listener.library !== undefined),
  );
}

/** A shutdown that calls something unseen may close what that can know of. */
function hidesClose(service: Service, process: Process, thing: ResourceThing): boolean {
  const hooks = hookRoots(service).flatMap(({ fn }) => (process.possible.has(functionThing(fn.module, 0).id) ? [fn] : []));
  const roots = [...process.listeners.flatMap((listener) => listener.functions), ...hooks];
  const hides = (run: Run): boolean => run.cut || (isHidden(run) && mayCloseUnseen(service, run, thing));
  return (
    roots.some((fn) => hides(service.run(fn))) ||
    [...service.reach.from(roots).values()].some((fn) =>
      service.reach.callsIn(fn).some((site) => isOrder(service, site) && mayClose(service, site, thing)),
    )
  );
}

function isHidden({ end, exits }: Run): boolean {
  return end?.unseen === true || exits.some(({ flow }) => flow.unseen);
}

/** A method of something unseen that is given nothing, whatever its name: `container.halt()`. */
function isOrder(service: Service, site: CallSite): boolean {
  const { callee, args, construct } = site.call;
  if (construct || callee.kind !== 'member' || args.length > 0 || service.isLog(site)) return false;
  const called = service.link.called(site);
  return called.length > 0 && called.every((thing) => thing.kind === 'external' && !isPlain(thing));
}

function openedIn(service: Service, process: Process): readonly { readonly thing: ResourceThing; readonly site: CallSite }[] {
  const calls = [...process.reached.values()].flatMap((fn) =>
    service.reach.callsIn(fn).filter((site) => !service.perWork.has(fn.id) || isKept(service, site)),
  );
  return calls.flatMap((site) => {
    const made = awaited(service.link.of(site.module, site.call)).filter(
      (thing) => thing.kind === 'resource' && thing.origin?.call === site.call,
    );
    return [...made, ...openedInPlace(service, site)].flatMap((thing) =>
      thing.kind === 'resource' && thing.type.needsClose === true ? [{ thing, site }] : [],
    );
  });
}

/** What the call opens that was there before: `mongoose.connect()`. */
function openedInPlace(service: Service, site: CallSite): Things {
  return service.link.called(site).flatMap((target) => {
    if (target.kind !== 'member' || target.member.opens !== true || !target.receiver) return [];
    return target.member.resolves === 'this' || target.member.returns === 'this' ? [target.receiver] : [];
  });
}

/** Not certainly open, or closed where it is opened, by an abort signal, or by somebody who is not seen. */
function isClosedOtherwise(service: Service, process: Process, thing: ResourceThing, site: CallSite): boolean {
  return (
    isDoubtful(service, process, thing, site) ||
    isClosedNearby(service, thing, site) ||
    isInTask(service, site) ||
    isAbortable(service, thing) ||
    endsByItself(service, thing) ||
    isHandedOver(service, thing, site)
  );
}
