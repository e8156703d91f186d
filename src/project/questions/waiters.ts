import type { Step, Value } from '../../facts/module-facts.js';
import { allSteps } from '../../facts/walk.js';
import { handoversOf } from '../callbacks.js';
import type { Caller } from '../link.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import { functionThing, type FunctionThing } from '../thing.js';

/** Whether anybody goes on once the promise of a function has settled; `unseen` when no caller is seen. */
export type Waiting = 'yes' | 'no' | 'unseen';

export function waitersOf(service: Service, fn: FunctionThing, seen: ReadonlySet<string> = new Set()): Waiting {
  const callers = service.link.callers(fn).filter(({ site }) => service.modules.includes(site.module));
  if (callers.length === 0) return 'unseen';
  const within = new Set([...seen, fn.id]);
  return callers.some((caller) => waits(service, fn, caller, within)) ? 'yes' : 'no';
}

/** Nobody waits for the listener of an event. */
const HEEDLESS: ReadonlySet<string> = new Set([
  'signal',
  'fatal',
  'event',
  'timer',
  'schedule',
  'exit',
  'beforeExit',
  'completion',
  'listening',
]);

function waits(service: Service, fn: FunctionThing, { site, things }: Caller, seen: ReadonlySet<string>): boolean {
  if (!things) return goesOnAfter(service, site, seen);
  const handed = handoversOf(service.link, site).filter(({ functions }) => functions.some(({ id }) => id === fn.id));
  return !handed.every(({ role }) => HEEDLESS.has(role));
}

/** Something of the caller, or of whoever waits for the caller, comes after the call is over. */
function goesOnAfter(service: Service, site: CallSite, seen: ReadonlySet<string>): boolean {
  const caller = functionThing(site.module, site.owner);
  const use = useOf(site);
  if (use === 'dropped') return false;
  if (use === 'used' || (use === 'awaited' && isFollowed(service, caller, site))) return true;
  return !seen.has(caller.id) && site.owner !== 0 && waitersOf(service, caller, seen) === 'yes';
}

/** What becomes of the promise that a call gives. */
function useOf({ module, call, owner }: CallSite): 'dropped' | 'awaited' | 'returned' | 'used' {
  for (const step of allSteps(module.function(owner)?.body ?? [])) {
    const value = step.kind === 'evaluate' || step.kind === 'return' ? step.value : undefined;
    const plain = value && withoutHandler(value);
    if (plain?.kind === 'await' && withoutHandler(plain.value) === call) return 'awaited';
    if (plain?.kind === 'operation' && plain.operator === 'void' && plain.operands.some((one) => withoutHandler(one) === call))
      return 'dropped';
    if (plain === call) return step.kind === 'return' ? 'returned' : 'dropped';
  }
  return 'used';
}

/** `shutdown().catch(report)` is `shutdown()`, as long as that succeeds. */
function withoutHandler(value: Value): Value {
  const { callee } = value.kind === 'call' ? value : {};
  return callee?.kind === 'member' && callee.name === 'catch' ? withoutHandler(callee.object) : value;
}

function isFollowed(service: Service, caller: FunctionThing, { call }: CallSite): boolean {
  const failing = allSteps(caller.module.function(caller.function)?.body ?? []).flatMap((step) => handlerAround(step, call));
  return service.reach
    .callsIn(caller)
    .some((site) => site.call.span[0] >= call.span[1] && !failing.some((step) => holds(step, site.call)) && !service.isLog(site));
}

/** What runs instead when a try block with the call in it fails. */
function handlerAround(step: Step, call: Value): readonly Step[] {
  return step.kind === 'attempt' && step.body.some((one) => holds(one, call)) ? (step.handler ?? []) : [];
}

function holds({ span: outer }: Step, { span: inner }: Value): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}
