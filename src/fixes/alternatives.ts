/** Calls that make a service live on ways of which only one is taken: `if (secure) https.listen(…); else app.listen(…);`. */
import type { CallValue, Span, Step } from '../facts/module-facts.js';
import { contains } from '../facts/spans.js';
import { stepParts } from '../facts/walk.js';
import { placeOf } from './around.js';
import { dialectOf } from './dialect.js';
import type { LiveCall } from './live-call.js';
import { freeName } from './names.js';
import { callSite, isWholeStatement, type Site } from './site.js';
import { type Edit, insert, type Source, textOf } from './source.js';
import { insertAfter, insertBefore, isBraceless } from './statements.js';

/** The statement of whose ways one has the first call and another one the second. */
export function choiceBetween(source: Source, one: Span, other: Span): Step | undefined {
  const around = callSite(source, one)?.around ?? [];
  return around.findLast((step) => (step.kind === 'branch' || step.kind === 'switch') && isApart(step, one, other));
}

function isApart(step: Step, one: Span, other: Span): boolean {
  const { bodies } = stepParts(step);
  const wayOf = (span: Span): number => bodies.findIndex((body) => body.some((inner) => contains(inner.span, span)));
  const ways = [wayOf(one), wayOf(other)];
  return ways[0] !== ways[1] && !ways.includes(-1);
}

/** One variable for whatever goes live, and the shutdown after the choice. */
export function alternativeCalls(
  source: Source,
  calls: readonly Span[],
  receiver: string | undefined,
  names: readonly [string, ...string[]],
): LiveCall | undefined {
  const [first, second] = calls;
  const dialect = dialectOf(source);
  const sites = calls.map((call) => callSite(source, call));
  const owner = sites[0]?.function;
  const choice = first && second && choiceBetween(source, first, second);
  const place = owner && choice && placeOf(owner, choice);
  if (!place || isBraceless(source, place)) return undefined;
  const isAtTop = place.siblings === source.facts.functions[0]?.body;
  const after = (lines: readonly string[]): Edit => insertAfter(source, place, ['', ...lines]);
  if (receiver !== undefined && isSharedBy(source, receiver, place.step.span, sites))
    return { handle: receiver, isAtTop, place: (lines) => [after(lines)] };
  if (dialect.typescript) return undefined;
  const starts = sites.flatMap((site) => (site && isWholeStatement(source, site) && site.parents.length === 0 ? [site.step.span[0]] : []));
  if (starts.length < calls.length || starts.some((start) => source.text[start] === '(')) return undefined;
  const handle = freeName(source, names);
  return {
    handle,
    isAtTop,
    place: (lines) => [
      insertBefore(source, place, [`let ${handle}${dialect.semicolon}`]),
      ...starts.map((start) => insert(start, `${handle} = `)),
      after(lines),
    ],
  };
}

/** All calls are on what has this name before the choice. */
function isSharedBy(source: Source, receiver: string, choice: Span, sites: readonly (Site<CallValue> | undefined)[]): boolean {
  const isMade = source.facts.bindings.some(({ name, span }) => name === receiver && contains(choice, span));
  const isOn = (site: Site<CallValue> | undefined): boolean =>
    site?.value.callee.kind === 'member' && textOf(source, site.value.callee.object.span) === receiver;
  return !isMade && sites.every(isOn);
}
