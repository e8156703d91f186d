/** Modules that only declare what a framework makes are parts of an application, and no programs. */
import { contains } from '../facts/spans.js';
import type { Value } from '../facts/module-facts.js';
import { allSteps, stepParts, walkValue } from '../facts/walk.js';
import { programMethods } from './class-programs.js';
import type { Entry } from './entry.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import { pollsForever } from './polling.js';
import type { Reach } from './reach.js';
import type { FunctionThing } from './thing.js';
import { takesWork } from './starts.js';

/**
 * Whether nothing happens when the module is started by itself: it calls nothing, and what it loads goes live in methods of decorated
 * classes alone, of which a framework makes objects when it is told to. A Nest module that no other one imports is left over.
 */
export function isPart(link: Link, reach: Reach, { why, path }: Entry): boolean {
  if (why !== 'root' && why !== 'main') return false;
  const module = link.module(path);
  // A module that was not read calls nothing that matters.
  if (module && callsSomething(module)) return false;
  return ![...withoutDecorated(link, reach, path).values()].some((fn) => goesOn(link, reach, fn));
}

/** Outside of decorators, and for more than a constant: `const log = new Logger()` sets nothing going. */
function callsSomething(module: Module): boolean {
  const decorators = module.facts.classes.flatMap((cls) => [...cls.decorators, ...cls.members.flatMap((member) => member.decorators)]);
  const isDecorating = (value: Value): boolean => decorators.some((decorator) => contains(decorator.span, value.span));
  return allSteps(module.function(0)?.body ?? []).some((step) => {
    let calls = false;
    for (const value of stepParts(step).values)
      walkValue(value, (inner) => {
        calls ||= (inner.kind === 'await' || (inner.kind === 'call' && step.kind !== 'declare')) && !isDecorating(inner);
      });
    return calls;
  });
}

function goesOn(link: Link, reach: Reach, fn: FunctionThing): boolean {
  const { generator } = fn.module.function(fn.function) ?? {};
  return (
    reach.startsIn(fn).some(({ thing }) => takesWork(thing)) ||
    reach.signalListenersIn(fn).length > 0 ||
    (generator !== true && pollsForever(link, reach, fn))
  );
}

/** What runs from a module on if nobody makes the decorated classes. */
function withoutDecorated(link: Link, reach: Reach, path: string): ReadonlyMap<string, FunctionThing> {
  const found = new Map(reach.bodiesFrom(path).map((body) => [body.id, body]));
  for (const fn of found.values()) {
    const called = reach.callsIn(fn).flatMap((site) => reach.targetsOf(site));
    const loaded = fn.function === 0 ? link.workspace.importsOf(fn.module.path).flatMap((file) => reach.bodiesFrom(file)) : [];
    const begun = fn.function === 0 ? programMethods(link, fn.module) : [];
    for (const next of [...called, ...loaded, ...begun]) found.set(next.id, next);
  }
  return found;
}
