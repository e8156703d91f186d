/** Exits behind a state that only a shutdown sets: before there is one, they are never reached. */
import type { Target, Value } from '../../facts/module-facts.js';
import { contains } from '../../facts/spans.js';
import { allSteps, allValues } from '../../facts/walk.js';
import { superclasses } from '../classes.js';
import type { CallSite, Module } from '../module.js';
import type { Service } from '../service.js';
import { functionThing, type FunctionThing } from '../thing.js';
import { hookRoots, signalRoots } from './shutdown-roots.js';

/** Whether the call stands in a branch that a process takes only when its shutdown has begun, and `fn` does not begin it. */
export function isOnlyInShutdown(service: Service, { module, owner, call }: CallSite, fn: FunctionThing): boolean {
  return allSteps(module.function(owner)?.body ?? []).some((step) => {
    const state = step.kind === 'branch' && step.then.some((one) => contains(one.span, call.span)) ? stateIn(step.test) : undefined;
    return state !== undefined && isSetByShutdown(service, module, state, fn);
  });
}

interface State {
  /** A field by its name, or a variable. */
  readonly of: string | number;
  readonly is: unknown;
}

/** `this.state === 'stopping'`, `isStopping`. */
function stateIn(test: Value): State | undefined {
  const [left, right] = test.kind === 'operation' && /^={2,3}$/u.test(test.operator) ? test.operands : [test];
  const of = left && nameOf(left);
  if (of === undefined || (right && right.kind !== 'literal')) return undefined;
  return { of, is: right?.kind === 'literal' ? right.value : true };
}

function nameOf(value: Value): State['of'] | undefined {
  if (value.kind === 'reference') return value.binding;
  return value.kind === 'member' && value.object.kind === 'this' ? value.name : undefined;
}

function isSetByShutdown(service: Service, module: Module, state: State, fn: FunctionThing): boolean {
  const writers = writersOf(module, state);
  if (!writers || writers.length === 0 || isWrittenElsewhere(service, module, state)) return false;
  const begun = service.reach.from([fn]);
  const stopping = service.reach.from([...signalRoots(service), ...hookRoots(service)].map((root) => root.fn));
  return writers.every((owner) => {
    const { id } = functionThing(module, owner);
    return stopping.has(id) && !begun.has(id);
  });
}

/** The functions that set it; undefined where a value is written that is not seen. */
function writersOf({ facts }: Module, { of, is }: State): readonly number[] | undefined {
  const writes = facts.functions.flatMap(({ id, body }) =>
    allValues(body).flatMap((one) => (one.kind === 'assign' && targetOf(one.target) === of ? [{ id, value: one.value }] : [])),
  );
  const isSeen = writes.every(({ value }) => value.kind === 'literal');
  return isSeen ? writes.flatMap(({ id, value }) => (value.kind === 'literal' && value.value === is ? [id] : [])) : undefined;
}

function isWrittenElsewhere({ link }: Service, module: Module, { of }: State): boolean {
  if (typeof of !== 'string') return false;
  const others = link.places.writes(of).filter((one) => one.module !== module);
  return others.some(({ module: other, write }) => {
    const cls = write.object.kind === 'this' ? other.classOf(write.owner) : undefined;
    // In a class that extends none of the project, it is another field.
    return cls === undefined || superclasses(link, other, cls).length > 0;
  });
}

function targetOf(target: Target): State['of'] | undefined {
  if (target.kind === 'binding') return target.binding;
  return target.kind === 'member' ? target.name : undefined;
}
