/** What is beside the work: servers for metrics or health, schedules that use something else. */
import { walkSteps } from '../../facts/walk.js';
import type { Service } from '../service.js';
import { union, type FunctionThing, type ResourceThing, type Things } from '../thing.js';
import { PER_WORK } from './handlers.js';

/** The handlers of the server are seen, and mention none of the things. */
export function isStranger(service: Service, server: ResourceThing, things: readonly ResourceThing[]): boolean {
  return mentionNone(service, handlersOf(service, server), things);
}

/** A job of a schedule that is seen, and mentions none of the things. */
export function isUnrelatedSchedule(service: Service, { type, origin }: ResourceThing, things: readonly ResourceThing[]): boolean {
  if (type.kind !== 'scheduler' || !origin) return false;
  const own = service.handed('schedule').filter(({ site }) => site.call === origin.call);
  const jobs = own.flatMap(({ functions }) => functions);
  return mentionNone(service, jobs, things);
}

function mentionNone(service: Service, functions: readonly FunctionThing[], things: readonly ResourceThing[]): boolean {
  const ids = new Set(things.map(({ id }) => id));
  return functions.length > 0 && ![...service.reach.from(functions).values()].some((fn) => mentionsAny(service, fn, ids));
}

function mentionsAny({ link }: Service, { module, function: id }: FunctionThing, ids: ReadonlySet<string>): boolean {
  let found = false;
  walkSteps(module.function(id)?.body ?? [], (value) => {
    found ||= (value.kind === 'reference' || value.kind === 'member') && link.of(module, value).some((thing) => ids.has(thing.id));
  });
  return found;
}

/** Those given where it is made, and those of the application that it serves: `http.createServer(app)`, `app.listen()`. */
function handlersOf(service: Service, { origin }: ResourceThing): readonly FunctionThing[] {
  if (!origin) return [];
  const { module, call } = origin;
  const work = service.handed(...PER_WORK);
  const own = work.filter(({ site }) => site.call === call);
  if (own.length > 0) return own.flatMap(({ functions }) => functions);
  const values = call.callee.kind === 'member' ? [call.callee.object, ...call.args] : call.args;
  const parts = partsOf(service, union(...values.map((value) => service.link.of(module, value))));
  return work.flatMap(({ target, functions }) =>
    target.kind === 'member' && target.receiver && parts.has(target.receiver.id) ? functions : [],
  );
}

/** The applications among these, and the routers below them. */
function partsOf(service: Service, things: Things): ReadonlySet<string> {
  const mounted = service.calls.flatMap((site) =>
    service.link.called(site).flatMap((target) =>
      target.kind === 'member' && target.member.mounts && target.receiver
        ? [
            {
              onto: target.receiver.id,
              routers: resourceIds(union(...site.call.args.map((value) => service.link.of(site.module, value)))),
            },
          ]
        : [],
    ),
  );
  const parts = new Set(resourceIds(things));
  for (const part of parts) {
    const below = mounted.filter(({ onto }) => onto === part).flatMap(({ routers }) => routers);
    below.forEach((id) => parts.add(id));
  }
  return parts;
}

function resourceIds(things: Things): readonly string[] {
  return things.flatMap((thing) => (thing.kind === 'resource' ? [thing.id] : []));
}
