/** The statements around an expression, out to those of the module. */
import { contains } from '../facts/spans.js';
import type { FunctionFact, Span, Step } from '../facts/module-facts.js';
import { isNewPromise } from '../facts/promises.js';
import { stepParts } from '../facts/walk.js';
import { type Site, siteOf } from './site.js';
import type { Source } from './source.js';

/** A statement with the list in which it stands. */
export interface Place {
  readonly step: Step;
  readonly siblings: readonly Step[];
  /** The statements around it in its function, innermost first. */
  readonly around: readonly Step[];
  readonly function: FunctionFact;
}

/** Innermost first. `crosses`: whether to go on from a function to the statement in which it is written. */
export function placesAround(source: Source, span: Span, crosses: (site: Site) => boolean = () => true): readonly Place[] {
  const site = siteOf(source, span);
  if (!site) return [];
  const own = placesIn(site);
  const written = site.function.id === 0 ? undefined : writtenSpan(source, site.function);
  const outer = written && siteOf(source, written);
  return written && outer && crosses(outer) ? [...own, ...placesAround(source, written, crosses)] : own;
}

function placesIn({ step, siblings, around, function: owner }: Site): readonly Place[] {
  const outer = around.map((one, index): Place => ({
    step: one,
    siblings: listOf(one, around[index + 1], owner),
    around: around.slice(index + 1),
    function: owner,
  }));
  return [{ step, siblings, around, function: owner }, ...outer];
}

function listOf(step: Step, parent: Step | undefined, owner: FunctionFact): readonly Step[] {
  return parent ? (stepParts(parent).bodies.find((body) => body.includes(step)) ?? []) : owner.body;
}

/** Where a step of the function stands. */
export function placeOf(owner: FunctionFact, step: Step, siblings = owner.body, around: readonly Step[] = []): Place | undefined {
  if (siblings.includes(step)) return { step, siblings, around, function: owner };
  const bodies = siblings.flatMap((one) => stepParts(one).bodies.map((body) => ({ one, body })));
  for (const { one, body } of bodies) {
    const place = placeOf(owner, step, body, [one, ...around]);
    if (place) return place;
  }
  return undefined;
}

/** A declared function is no expression: it stands where its declaration does, which is no step. */
function writtenSpan(source: Source, fact: FunctionFact): Span | undefined {
  return siteOf(source, fact.span)?.value.kind === 'function' ? fact.span : undefined;
}

/** The innermost list in which both stand in different statements, the first before the second. */
export function placesInOrder(first: readonly Place[], second: readonly Place[]): readonly [Place, Place] | undefined {
  for (const one of first) {
    const other = second.find(({ siblings }) => siblings === one.siblings);
    if (other && other.step !== one.step && one.step.span[0] < other.step.span[0]) return [one, other];
  }
  return undefined;
}

/** The function given to `new Promise`, which runs at once. */
export function isExecutor({ parents: [parent] }: Site): boolean {
  return isNewPromise(parent);
}

export function isWithin(spans: readonly Span[], inner: Span): boolean {
  return spans.some((span) => contains(span, inner));
}
