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
  return !leadsOn(link, reach, path);
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

/** Functions of which it is known whether they lead to what goes on: the entries of a large program lead to the same ones. */
interface Known {
  readonly leading: Set<string>;
  readonly idle: Set<string>;
}

/** A function, and the one by which it runs. */
interface Found {
  readonly fn: FunctionThing;
  readonly by?: Found;
}

const known = new WeakMap<Reach, Known>();

/** Whether something goes on that runs from a module on if nobody makes the decorated classes. */
function leadsOn(link: Link, reach: Reach, path: string): boolean {
  const ways = known.get(reach) ?? { leading: new Set(), idle: new Set() };
  known.set(reach, ways);
  const found = new Map(reach.bodiesFrom(path).map((fn): [string, Found] => [fn.id, { fn }]));
  const end = wayOn(link, reach, found, ways);
  for (let way = end; way; way = way.by) ways.leading.add(way.fn.id);
  if (!end) for (const id of found.keys()) ways.idle.add(id);
  return end !== undefined;
}

/** The first function that goes on, as far as that is known; whatever runs before it is put beside those where it begins. */
function wayOn(link: Link, reach: Reach, found: Map<string, Found>, { leading, idle }: Known): Found | undefined {
  for (const one of found.values()) {
    const { fn } = one;
    if (idle.has(fn.id)) continue;
    if (leading.has(fn.id) || goesOn(link, reach, fn)) return one;
    const next = runBy(link, reach, fn).filter(({ id }) => !found.has(id));
    for (const other of next) found.set(other.id, { fn: other, by: one });
  }
  return undefined;
}

function runBy(link: Link, reach: Reach, fn: FunctionThing): readonly FunctionThing[] {
  const called = reach.callsIn(fn).flatMap((site) => reach.targetsOf(site));
  if (fn.function !== 0) return called;
  const loaded = link.workspace.importsOf(fn.module.path).flatMap((file) => reach.bodiesFrom(file));
  return [...called, ...loaded, ...programMethods(link, fn.module)];
}
