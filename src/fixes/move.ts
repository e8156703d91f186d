/** Moves a statement up, with the variables that it needs. */
import { contains } from '../facts/spans.js';
import type { Span, Step } from '../facts/module-facts.js';
import { isExecutor, type Place, placesAround, placesInOrder } from './around.js';
import { dialectOf } from './dialect.js';
import { statementSpan } from './site.js';
import { type Edits, indentationAt, insert, lineStart, replace, type Source, textOf } from './source.js';
import { reindented } from './statements.js';
import { isChangedWithin, missingAt, usesOf } from './uses.js';

/** Whether a declaration may come earlier as well: it waits for nothing and starts nothing. */
export type MayMove = (step: Step) => boolean;

/** The statement with `moved` comes before the one with `before`, in the innermost list that has both. */
export function moveBefore(source: Source, moved: Span, before: Span, mayMove: MayMove = () => false): Edits {
  return move(source, placesInOrder(placesAround(source, before), placesAround(source, moved, isExecutor)), mayMove);
}

/** As `moveBefore`, and out of the callback in which the statement stands. */
export function hoistBefore(source: Source, moved: Span, before: Span, mayMove: MayMove): Edits {
  return moveBefore(source, moved, before, mayMove) ?? move(source, outOfCallback(source, moved, before), mayMove);
}

function move(source: Source, places: readonly [Place, Place] | undefined, mayMove: MayMove): Edits {
  if (!places) return undefined;
  const [to, from] = places;
  const target = statementSpan(source, to)[0];
  if (from.step.kind !== 'evaluate' && from.step.kind !== 'loop') return undefined;
  const needed = neededAt(source, to, from, mayMove);
  return needed && inNewPlace(source, [...needed, from], target);
}

/** `connect().then(() => { … })`: the callback of a call that stands in one statement with what comes before it. */
function outOfCallback(source: Source, moved: Span, before: Span): readonly [Place, Place] | undefined {
  const [from] = placesAround(source, moved);
  const to = placesAround(source, before).find(({ step }) => contains(step.span, moved));
  return from && to && from.function !== to.function && from.siblings.length > 1 ? [to, from] : undefined;
}

/** The declarations that have to come along, in order; undefined when something needed cannot. */
function neededAt(source: Source, to: Place, from: Place, mayMove: MayMove): readonly Place[] | undefined {
  const position = to.step.span[0];
  const own = statementSpan(source, from);
  let places: readonly Place[] = [];
  for (;;) {
    const uses = usesOf(source, [own, ...places.map((place) => statementSpan(source, place))]);
    if (isChangedWithin(source, [position, own[0]], uses)) return undefined;
    const missing = missingAt(source, position, to.function.id, uses);
    if (missing.length === 0) return [...places].sort((one, other) => one.step.span[0] - other.step.span[0]);
    const found = missing.map((id) => declarationOf(id, to, from, mayMove));
    if (found.includes(undefined)) return undefined;
    places = [...places, ...found.filter((place) => place !== undefined)];
  }
}

function declarationOf(id: number, to: Place, from: Place, mayMove: MayMove): Place | undefined {
  const step = from.siblings.find((one) => one.kind === 'declare' && one.target.kind === 'binding' && one.target.binding === id);
  return step && from.siblings === to.siblings && mayMove(step) ? { ...from, step } : undefined;
}

function inNewPlace(source: Source, places: readonly Place[], target: number): Edits {
  const spans = places.map((place) => statementSpan(source, place));
  const lines = spans.flatMap((span) => wholeLines(source, span) ?? []);
  if (lines.length < places.length) return undefined;
  const indentation = indentationAt(source, target);
  const texts = spans.map(
    (span) => reindented(textOf(source, span), indentationAt(source, span[0]), indentation) + dialectOf(source).eol + indentation,
  );
  return [insert(target, texts.join('')), ...lines.map((span) => replace(span, ''))];
}

/** Nothing when something else stands on the same lines. */
function wholeLines(source: Source, [start, end]: Span): readonly Span[] | undefined {
  const line = lineStart(source, start);
  const rest = /^[\t ]*(?:\r?\n|$)/u.exec(source.text.slice(end));
  return rest && source.text.slice(line, start).trim() === '' ? [[line, end + rest[0].length]] : undefined;
}
