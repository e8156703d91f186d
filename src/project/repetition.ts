/** Calls that run once for each of several things. */
import type { LoopStep, Span } from '../facts/module-facts.js';
import { allSteps } from '../facts/walk.js';
import type { Link } from './link.js';
import type { CallSite, Module } from './module.js';
import { functionThing } from './thing.js';

/** A part of a function, or of a text. */
export interface Place {
  readonly module: Module;
  readonly owner: number;
  readonly span: Span;
}

const WALKING: ReadonlySet<string> = new Set(['of', 'in', 'await-of', 'for']);
const EACH: ReadonlySet<string> = new Set(['forEach', 'map', 'flatMap', 'each', 'mapSeries']);
const DEEPEST = 3;

/**
 * The loop or callback that runs for each element and in which the place is always reached, directly or behind functions called on
 * the same object. A loop that may be left is none: it tries until something succeeds, or looks for one.
 */
export function repetitionOf(link: Link, place: Place, depth = 0): Place | undefined {
  const { module, owner, span } = place;
  const fact = module.function(owner);
  if (!fact || depth > DEEPEST) return undefined;
  const steps = allSteps(fact.body);
  const loop = steps.findLast((step) => step.kind === 'loop' && WALKING.has(step.variant) && holds(step.span, span));
  if (loop?.kind === 'loop') return isLeft(loop) || module.isConditional(place, loop.span) ? undefined : { ...place, span: loop.span };
  const isSkipped = steps.some(({ kind, span: end }) => (kind === 'return' || kind === 'throw') && end[0] < span[0]);
  if (owner === 0 || isSkipped || module.isConditional(place, fact.span)) return undefined;
  if (isEachCallback(module, owner)) return { ...place, span: fact.span };
  const callers = link.callers(functionThing(module, owner)).flatMap((caller) => placeOf(caller.site));
  return callers.map((caller) => repetitionOf(link, caller, depth + 1)).find((found) => found !== undefined);
}

function holds(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function isLeft({ body }: LoopStep): boolean {
  return allSteps(body).some(({ kind }) => kind === 'return' || kind === 'break' || kind === 'continue' || kind === 'throw');
}

/** `ports.forEach((port) => …)`, whatever the list is. */
export function isEachCallback(module: Module, fn: number): boolean {
  return module.calls.some(
    ({ call: { callee, args } }) =>
      callee.kind === 'member' &&
      EACH.has(callee.name ?? '') &&
      args.slice(0, 1).some((value) => value.kind === 'function' && value.function === fn),
  );
}

/** Where a call stands that calls on the same object: `this.start()`, or a function that belongs to none. */
function placeOf({ module, owner, call: { callee, construct, span } }: CallSite): readonly Place[] {
  const isSame = callee.kind === 'reference' || (callee.kind === 'member' && callee.object.kind === 'this');
  return isSame && !construct ? [{ module, owner, span }] : [];
}
