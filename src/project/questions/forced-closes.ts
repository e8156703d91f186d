import type { BindingFact } from '../../facts/module-facts.js';
import { contains } from '../../facts/spans.js';
import { allSteps, walkValue } from '../../facts/walk.js';
import { append } from '../lists.js';
import { closedWith, isOf } from '../ownership.js';
import { property } from '../property.js';
import type { Run } from '../run/run.js';
import type { Beginning } from '../run/traces.js';
import type { Flow, Operation } from '../run/flow.js';
import type { Service } from '../service.js';
import { takesWork } from '../starts.js';
import { awaited, type ResourceThing } from '../thing.js';
import { comesAfterDrain } from './drained-hooks.js';
import { hookRoots, methodRoots, signalRoots } from './shutdown-roots.js';

/** A close that cuts work in flight before that had its time. */
export interface ForcedClose {
  readonly operation: Operation;
  /** The graceful close of the same thing beside it. */
  readonly graceful: Operation | undefined;
}

export function forcedCloses(service: Service): readonly ForcedClose[] {
  // Whether a method is called in time, the shutdown that calls it tells.
  const methods = methodRoots(service).filter(({ fn }) => service.link.callers(fn).length === 0);
  const roots = [...signalRoots(service), ...hookRoots(service), ...methods];
  return roots.flatMap((root) => {
    const run = service.run(root.fn);
    const isDrained = comesAfterDrain(service, root);
    return run.cut ? [] : run.beginnings.flatMap((beginning) => forced(service, run, beginning, isDrained));
  });
}

function forced(service: Service, run: Run, { operation, flow }: Beginning, isDrained: boolean): readonly ForcedClose[] {
  if (!operation.forced || operation.things.length === 0 || flow.late || flow.failed || flow.again) return [];
  const gracefully = run.operations.filter(
    (other) => !other.forced && other.close.drains && other.things.some((thing) => operation.things.some((cut) => isOf(cut, thing))),
  );
  if (operation.things.some(({ type }) => type.part) && (gracefully.length === 0 || isChosen(operation))) return [];
  const drained = [...flow.operations].some(([other, progress]) => gracefully.includes(other) && progress === 'done');
  const hasNothing =
    drained ||
    (isDrained && !operation.things.some(takesWork)) ||
    isAfterWait(operation) ||
    isAfterDrain(service, run, operation, flow) ||
    isIdle(service, operation, flow) ||
    receives(service, operation);
  return hasNothing ? [] : [{ operation, graceful: gracefully[0] }];
}

/** `if (idle.has(socket)) socket.destroy()`: not every one is cut. */
function isChosen({ site: { module, call } }: Operation): boolean {
  return module.isConditional(call);
}

/** `const drained = await idle(5000); if (!drained) server.closeAllConnections()`: what was waited for tells whether to cut. */
function isAfterWait({ site: { module, call, owner } }: Operation): boolean {
  return allSteps(module.function(owner)?.body ?? []).some((step) => {
    if (step.kind !== 'branch' || !contains(step.span, call.span)) return false;
    let isOfWait = false;
    walkValue(step.test, (value) => {
      isOfWait ||= value.kind === 'await' || (value.kind === 'reference' && isWaitedFor(module.facts.bindings[value.binding]));
    });
    return isOfWait;
  });
}

function isWaitedFor(binding: BindingFact | undefined): boolean {
  return binding?.sources.some(({ value }) => value?.kind === 'await') === true;
}

/** Of what asks something of a dependency, all is over: with a server, what is attached to it. */
function isAfterDrain(service: Service, run: Run, { things }: Operation, { operations }: Flow): boolean {
  const drains = run.operations.filter(
    ({ kind, forced: isForced, things: ended }) => kind === 'close' && !isForced && ended.some(takesWork),
  );
  const isDone = (drain: Operation): boolean => operations.get(drain) === 'done';
  if (things.some(takesWork) || !drains.some(isDone)) return false;
  const over = closedWith(
    service,
    drains.filter(isDone).flatMap((drain) => drain.things),
  );
  return drains.every((drain) => isDone(drain) || drain.things.every(({ id }) => over.has(id)));
}

/** All that it was given to has been closed: nothing more is asked of it. */
function isIdle(service: Service, { things }: Operation, { operations }: Flow): boolean {
  const closed = [...operations].flatMap(([{ kind, forced, things: ended }, progress]) =>
    progress === 'done' && kind === 'close' && !forced ? ended.map(({ id }) => id) : [],
  );
  const users = things.flatMap((thing) => usersOf(service, thing));
  return users.length > 0 && users.every(({ id }) => closed.includes(id));
}

/** Nothing is asked of it, it only hears: messages, or entries that it leaves where they are. */
function receives({ calls, link }: Service, { things }: Operation): boolean {
  const called = calls.flatMap((site) => link.called(site)).filter((target) => target.kind === 'member');
  return things.every(({ id }) => {
    const own = called.filter(({ receiver, name }) => receiver?.id === id && name !== 'connect').map(({ member }) => member);
    const isReader = own.some(({ reads }) => reads) && own.every(({ reads, io }) => reads ?? io === undefined);
    return isReader || own.some((member) => member.receives);
  });
}

const known = new WeakMap<Service, ReadonlyMap<string, readonly ResourceThing[]>>();

/** What is made with it: `new Worker('mail', work, { connection })`. */
function usersOf(service: Service, { id }: ResourceThing): readonly ResourceThing[] {
  const users = known.get(service) ?? findUsers(service);
  known.set(service, users);
  return users.get(id) ?? [];
}

/** By what it is made with. */
function findUsers({ link, calls }: Service): ReadonlyMap<string, readonly ResourceThing[]> {
  const users = new Map<string, ResourceThing[]>();
  for (const { module, call } of calls) {
    const made = call.args.length === 0 ? [] : awaited(link.of(module, call)).filter((thing) => thing.kind === 'resource');
    const own = made.filter((thing) => thing.origin?.call === call);
    const given = own.length === 0 ? [] : call.args.flatMap((value) => link.of(module, value));
    const parts = given.flatMap((thing) => (thing.kind === 'object' ? [...property.any(link, thing)] : [thing]));
    const pairs = [...new Set(parts.map(({ id }) => id))].flatMap((id) => own.map((thing) => ({ id, thing })));
    for (const { id, thing } of pairs) append(users, id, thing);
  }
  return users;
}
