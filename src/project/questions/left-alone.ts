import type { CallValue, Step, Value } from '../../facts/module-facts.js';
import { allSteps, walkValue } from '../../facts/walk.js';
import type { CallSite, Module } from '../module.js';
import type { FunctionThing } from '../thing.js';

/**
 * Nobody waits for what the call begins, and nothing of it answers the request: `void count(req.path).catch(log)`. What is given the
 * answer, a callback, or stands in the handler may be what answers.
 */
export function isLeftAlone(site: CallSite, targets: readonly FunctionThing[]): boolean {
  const { module, call, owner } = site;
  if (!statements(module.function(owner)?.body ?? []).has(call)) return false;
  const given = [call.callee, ...call.args];
  return targets.every((fn) => standsAlone(fn)) && !given.some((value) => mayAnswer(module, value));
}

const known = new WeakMap<readonly Step[], ReadonlySet<CallValue>>();

/** The calls that are statements, with or without a `catch`. */
function statements(body: readonly Step[]): ReadonlySet<CallValue> {
  const before = known.get(body);
  if (before) return before;
  const found = new Set(allSteps(body).flatMap((step) => (step.kind === 'evaluate' ? dropped(step.value) : [])));
  known.set(body, found);
  return found;
}

function dropped(value: Value): readonly CallValue[] {
  if (value.kind === 'operation' && value.operator === 'void') return value.operands.flatMap(dropped);
  if (value.kind !== 'call') return [];
  const { callee } = value;
  return callee.kind === 'member' && callee.name === 'catch' ? dropped(callee.object) : [value];
}

/** It sees nothing of a function around it. */
function standsAlone({ module, function: id }: FunctionThing): boolean {
  const fact = module.function(id);
  return fact !== undefined && fact.owner <= 0;
}

const REQUEST = /^_?req(?:uest)?$/iu;

/** Is a function, or something that the function with the call was given other than the request. */
function mayAnswer(module: Module, value: Value): boolean {
  let may = false;
  walkValue(value, (inner) => {
    if (inner.kind === 'function') may = true;
    if (inner.kind !== 'reference') return;
    const binding = module.facts.bindings[inner.binding];
    may ||= binding?.kind === 'parameter' && !REQUEST.test(binding.name);
  });
  return may;
}
