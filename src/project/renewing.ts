import type { Value } from '../facts/module-facts.js';
import { allSteps, allValues } from '../facts/walk.js';
import { handoversOf, LISTENING } from './callbacks.js';
import type { CallSite } from './module.js';
import type { Service } from './service.js';
import { functionThing, type FunctionThing } from './thing.js';

/** The callback is, or always leads straight back to, the function in which the timer stands; a retry in an error path is none. */
export function renewsItself(service: Service, site: CallSite): boolean {
  const owner = functionThing(site.module, site.owner);
  if (site.owner === 0 || handedAsRejection(service, site) || leavesBefore(owner, site)) return false;
  const callbacks = handoversOf(service.link, site)
    .filter(({ role }) => role === 'timer')
    .flatMap(({ functions }) => functions);
  const again = new Set(callbacks.flatMap((fn) => [fn.id, ...calledAlways(service, fn)]));
  return [owner, ...enclosing(owner)].some(
    (starter) => again.has(starter.id) && !isConditionalIn(starter, site) && !leavesBefore(starter, site),
  );
}

function calledAlways({ reach }: Service, fn: FunctionThing): readonly string[] {
  const always = reach.callsIn(fn).filter((site) => !isConditionalIn(fn, site));
  return always.flatMap((site) => reach.edgesAt(site).functions.map(({ id }) => id));
}

function enclosing(fn: FunctionThing): readonly FunctionThing[] {
  const owner = fn.module.function(fn.function)?.owner ?? 0;
  return owner > 0 ? [functionThing(fn.module, owner), ...enclosing(functionThing(fn.module, owner))] : [];
}

/** In a branch or a catch clause of the function: only sometimes. What decides whether the function is called at all does not count. */
function isConditionalIn({ module, function: id }: FunctionThing, { call }: CallSite): boolean {
  return module.isConditional(call, module.function(id)?.span);
}

/** `if (left === 0) return;` comes first, without setting the timer: the way back ends there. */
function leavesBefore({ module, function: id }: FunctionThing, { call }: CallSite): boolean {
  return allSteps(module.function(id)?.body ?? []).some((step) => {
    if (step.kind !== 'branch' || step.span[1] > call.span[0]) return false;
    const leaves = allSteps([step]).some(({ kind }) => kind === 'return');
    return leaves && !allValues([step]).some((value) => value.kind === 'call' && isSameCallee(value.callee, call.callee));
  });
}

function isSameCallee(one: Value, other: Value): boolean {
  if (one.kind === 'global') return other.kind === 'global' && one.name === other.name;
  return one.kind === 'reference' && other.kind === 'reference' && one.binding === other.binding;
}

function handedAsRejection(service: Service, site: CallSite): boolean {
  return service.link.modules.some(
    (module) =>
      module === site.module &&
      module.calls.some(({ call }) => {
        const { callee } = call;
        if (callee.kind !== 'member' || callee.name !== 'catch') return false;
        return call.span[0] <= site.call.span[0] && site.call.span[1] <= call.span[1] && callee.span[1] <= site.call.span[0];
      }),
  );
}

/** Set where something tells that it has ended, to begin anew: `connection.on('close', () => setTimeout(connect, 1000))`. */
export function reconnects({ module, call: { span } }: CallSite): boolean {
  return module.calls.some(({ call: { callee, args } }) => {
    const [event, listener] = args;
    if (callee.kind !== 'member' || !LISTENING.has(callee.name ?? '') || event?.kind !== 'literal' || !listener) return false;
    return ENDED.test(String(event.value)) && listener.span[0] <= span[0] && span[1] <= listener.span[1];
  });
}

const ENDED = /^(?:closed?|end|error|disconnect(?:ed)?|exit|timeout)$/u;
