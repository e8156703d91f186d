/** Packages that the catalogue does not know, and what of the service they can reach. */
import { isBuiltin } from 'node:module';
import type { Value } from '../../facts/module-facts.js';
import { walkSteps, walkValue } from '../../facts/walk.js';
import { functionsIn } from '../callbacks.js';
import { handsOn } from '../handing.js';
import type { CallSite } from '../module.js';
import type { Run } from '../run/run.js';
import type { Service } from '../service.js';
import { isPlain, type ExternalThing, type ResourceThing, type Things } from '../thing.js';
import { closedBy } from './closed-things.js';
import { isOutOfReach } from './out-of-reach.js';

/** Who has such a name may find by itself what there is to close. */
const KEEPS_OTHERS =
  /clean|clos|contain|dispos|drain|framework|grace|hook|inject|kernel|life|registry|serv|shut|signal|stop|terminat|exit/iu;

const known = new WeakMap<Service, Map<string, boolean>>();

/** Whether any call of the run that cannot be seen may close the thing. */
export function mayCloseUnseen(service: Service, run: Run, thing: ResourceThing): boolean {
  if (run.unseen.size === 0) return false;
  const sites = service.calls.filter(({ call }) => run.unseen.has(call));
  return sites.length < run.unseen.size || sites.some((site) => mayClose(service, site, thing));
}

/** Whether the call, as far as it cannot be seen, may close the thing. */
export function mayClose(service: Service, site: CallSite, thing: ResourceThing): boolean {
  if (!thing.origin) return true;
  const targets = service.link.called(site);
  if (targets.some((target) => target.kind === 'member' && target.member.disposes !== undefined)) return true;
  const others = targets.filter(({ kind }) => kind !== 'function' && kind !== 'class' && kind !== 'member');
  const answers = known.get(service) ?? new Map<string, boolean>();
  known.set(service, answers);
  return others.some((target) => {
    if (target.kind !== 'external') return !isOutOfReach(service, thing);
    if (isPlain(target)) return false;
    // Node.js closes nothing that it is not given: `storage.getStore()`.
    if (isBuiltin(target.specifier)) return site.call.args.some((value) => handsOn(service.link, site.module, value, thing));
    if (KEEPS_OTHERS.test(`${target.specifier} ${ownerIn(target)}`)) return true;
    const key = `${publisherOf(target)} ${thing.id}`;
    const answer = answers.get(key) ?? isWithin(service, publisherOf(target), thing);
    answers.set(key, answer);
    return answer;
  });
}

/** What the method is called on: `Consumer()` of `Consumer().close`. */
function ownerIn({ path }: ExternalThing): string {
  return path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : path;
}

/** Packages of one scope may know each other. */
function publisherOf({ specifier }: ExternalThing): string {
  return specifier.split('/')[0] ?? specifier;
}

/** Something of the publisher may hold the thing, or a function that closes it. */
function isWithin(service: Service, publisher: string, thing: ResourceThing): boolean {
  const isOurs = (things: Things): boolean => things.some((one) => one.kind === 'external' && publisherOf(one) === publisher);
  return (
    isBuiltOn(service, isOurs) ||
    answersWith(service, isOurs, thing) ||
    service.calls.some((site) => {
      const targets = service.link.called(site);
      const isAway = targets.some(({ kind }) => kind === 'unknown' || kind === 'external');
      if (isAway && site.call !== thing.origin?.call && site.call.args.some((value) => handsOn(service.link, site.module, value, thing)))
        return true;
      if (isOurs(targets)) return site.call.args.some((value) => leadsTo(service, site, value, thing));
      return (
        targets.some((target) => target.kind === 'member' && target.receiver?.id === thing.id) &&
        site.call.args.some((value) => isOurs(service.link.of(site.module, value)))
      );
    })
  );
}

/** Classes of the project extend those of the publisher, or are decorated by it. */
function isBuiltOn({ modules, link }: Service, isOurs: (things: Things) => boolean): boolean {
  return modules.some((module) =>
    module.facts.classes.some(({ superclass, decorators, members }) =>
      [...(superclass ? [superclass] : []), ...decorators, ...members.flatMap((member) => member.decorators)].some((value) =>
        isOurs(link.of(module, value.kind === 'call' ? value.callee : value)),
      ),
    ),
  );
}

/** What is made with a handler that only passes on: `createServer((request, response) => kit.handle(request, response))`. */
function answersWith({ link }: Service, isOurs: (things: Things) => boolean, { origin }: ResourceThing): boolean {
  return (origin?.call.args ?? []).some((value) => {
    if (value.kind !== 'function') return origin !== undefined && isOurs(link.of(origin.module, value));
    let found = false;
    walkSteps(origin?.module.function(value.function)?.body ?? [], (inner) => {
      found ||= inner.kind === 'call' && origin !== undefined && isOurs(link.called({ module: origin.module, call: inner }));
    });
    return found;
  });
}

/** A class or an object of the project, or a function that makes or closes the thing. */
function leadsTo(service: Service, { module }: CallSite, value: Value, thing: ResourceThing): boolean {
  const passedBy = new Set<Value>();
  let found = false;
  walkValue(value, (inner) => {
    // Of `this.take.bind(this)` the method alone is handed.
    if (inner.kind === 'member') passedBy.add(inner.object);
    if (inner.kind === 'call' && inner.callee.kind === 'member' && inner.callee.name === 'bind')
      inner.args.forEach((argument) => passedBy.add(argument));
    if (found || inner.kind === 'call' || passedBy.has(inner)) return;
    const things = service.link.of(module, inner);
    found =
      inner.kind === 'class' || things.some(({ kind }) => kind === 'class' || kind === 'instance') || handlesIn(service, things, thing);
  });
  return found;
}

function handlesIn(service: Service, things: Things, thing: ResourceThing): boolean {
  const functions = functionsIn(service.link, things);
  return [...service.reach.from(functions).values()].some((fn) =>
    service.reach.callsIn(fn).some((site) => site.call === thing.origin?.call || closedBy(service, site).some(({ id }) => id === thing.id)),
  );
}
