/** Functions that deal with every failure themselves: whoever catches what they throw waits in vain. */
import type { Step, Value } from '../../facts/module-facts.js';
import { allSteps, allValues } from '../../facts/walk.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import type { FunctionThing } from '../thing.js';

/** The value is the promise of a function of the project whose try block has all in it that may fail. */
export function neverRejects(service: Service, { module, owner }: CallSite, value: Value): boolean {
  if (value.kind !== 'call' || value.construct) return false;
  const targets = service.reach.targetsOf({ module, call: value, owner });
  const called = service.link.called({ module, call: value });
  return targets.length > 0 && called.every(({ kind }) => kind === 'function') && targets.every((fn) => catchesAll(service, fn));
}

function catchesAll(service: Service, fn: FunctionThing): boolean {
  const fact = fn.module.function(fn.function);
  if (fact?.async !== true) return false;
  const attempts = fact.body.filter((step) => step.kind === 'attempt');
  const others = fact.body.filter((step) => step.kind !== 'attempt');
  const [attempt] = attempts;
  if (!attempt?.handler || attempts.length > 1) return false;
  return isHarmless(service, fn, others) && isCalm([...attempt.handler, ...(attempt.finalizer ?? [])]);
}

/** Nothing in it fails, unless to log does. */
function isHarmless(service: Service, { module, function: owner }: FunctionThing, steps: readonly Step[]): boolean {
  const calls = allValues(steps).flatMap((value) => (value.kind === 'call' ? [value] : []));
  return isCalm(steps) && calls.every((call) => service.isLog({ module, call, owner }));
}

function isCalm(steps: readonly Step[]): boolean {
  return !allSteps(steps).some(({ kind }) => kind === 'throw') && !allValues(steps).some(({ kind }) => kind === 'await');
}
