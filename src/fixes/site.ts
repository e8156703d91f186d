/** Where an expression stands: in which function, among which statements, inside which other expressions. */
import { contains } from '../facts/spans.js';
import type { CallValue, FunctionFact, Span, Step, Value } from '../facts/module-facts.js';
import { parts, stepParts } from '../facts/walk.js';
import { codeOf } from './code.js';
import { isSame, type Source } from './source.js';

export interface Site<Found extends Value = Value> {
  readonly value: Found;
  /** The innermost first; empty when the value is the whole statement. */
  readonly parents: readonly Value[];
  readonly function: FunctionFact;
  readonly step: Step;
  /** The statements in whose list `step` stands, itself included. */
  readonly siblings: readonly Step[];
  /** The statements around `step`, innermost first. */
  readonly around: readonly Step[];
}

/** Undefined for what stands in no body: defaults of parameters, fields of classes, decorators. */
export function siteOf(source: Source, span: Span): Site | undefined {
  const owner = functionAround(source, span);
  const isBody = owner.id === 0 || contains(owner.bodySpan, span);
  return isBody ? descend(owner, span) : undefined;
}

export function callSite(source: Source, span: Span): Site<CallValue> | undefined {
  const site = siteOf(source, span);
  const isTagged = source.text[span[1] - 1] !== ')';
  return site?.value.kind === 'call' && (site.value.construct || !isTagged) ? { ...site, value: site.value } : undefined;
}

/** As `callSite`, tagged templates included. */
export function queriedSite(source: Source, span: Span): Site<CallValue> | undefined {
  const site = siteOf(source, span);
  return site?.value.kind === 'call' ? { ...site, value: site.value } : undefined;
}

/** The innermost function around a span; the module's own body if there is none. A function is not around itself. */
export function functionAround({ facts }: Source, span: Span): FunctionFact {
  const around = facts.functions.filter((fact) => fact.id === 0 || (contains(fact.span, span) && !isSame(fact.span, span)));
  return around.reduce((inner, fact) => (inner.id === 0 || contains(inner.span, fact.span) ? fact : inner));
}

function descend(owner: FunctionFact, span: Span): Site | undefined {
  let siblings = owner.body;
  const around: Step[] = [];
  for (;;) {
    const step = siblings.find((candidate) => contains(candidate.span, span));
    if (!step) return undefined;
    const chain = chainTo(stepParts(step).values, span);
    const [value, ...parents] = chain;
    if (value) return { value, parents, function: owner, step, siblings, around };
    around.unshift(step);
    siblings = stepParts(step).bodies.find((body) => body.some((inner) => contains(inner.span, span))) ?? [];
  }
}

/** The values from the one with exactly this span out to the outermost. */
function chainTo(values: readonly Value[], span: Span): Value[] {
  for (const value of values) {
    const inner = contains(value.span, span) ? chainTo(parts(value), span) : [];
    if (inner.length > 0) return [...inner, value];
    if (isSame(value.span, span)) return [value];
  }
  return [];
}

/** The whole statement with its `const` and its semicolon. */
export function statementSpan(source: Source, { step, siblings }: Pick<Site, 'step' | 'siblings'>): Span {
  if (step.kind !== 'declare') return step.span;
  const code = codeOf(source);
  return [declarationStart(code, step, siblings), declarationEnd(code, step, siblings)];
}

const KEYWORD = /(?:\bexport\s+)?\b(?:await\s+using|using|const|let|var)\s+$/u;

function declarationStart(code: string, step: Step, siblings: readonly Step[]): number {
  const before = code.slice(0, step.span[0]);
  const keyword = KEYWORD.exec(before);
  if (keyword) return keyword.index;
  const previous = siblings[siblings.indexOf(step) - 1];
  return previous?.kind === 'declare' ? declarationStart(code, previous, siblings) : step.span[0];
}

function declarationEnd(code: string, step: Step, siblings: readonly Step[]): number {
  const [, end] = step.span;
  const punctuation = /^\s*([,;])/u.exec(code.slice(end));
  if (punctuation?.[1] === ';') return end + punctuation[0].length;
  const next = siblings[siblings.indexOf(step) + 1];
  return punctuation && next?.kind === 'declare' ? declarationEnd(code, next, siblings) : end;
}

/** Whether the value, and nothing else, is the statement (perhaps awaited, or with `void`). */
export function isWholeStatement(source: Source, site: Site): boolean {
  const passesOn = site.parents.every((parent) => parent.kind === 'await' || (parent.kind === 'operation' && parent.operator === 'void'));
  return site.step.kind === 'evaluate' && passesOn && !isExported(source, site);
}

/** Whether the value alone is a statement or a returned one, so that statements can take its place. */
export function isOwnStatement(source: Source, site: Site): boolean {
  const { step, parents } = site;
  return parents.length === 0 && (step.kind === 'evaluate' || step.kind === 'return') && !isExported(source, site);
}

/** `export default f()`: no declaration can take its place. */
export function isExported(
  { text }: Source,
  {
    step: {
      span: [start],
    },
  }: Site,
): boolean {
  return text.startsWith('export', start) || /\bexport\s+default\s*\(*$|=$/u.test(text.slice(Math.max(0, start - 40), start).trimEnd());
}

/** Whether an arrow function is only an expression, which then is its only step. */
export function isExpressionBody({ after, arrow, bodySpan, body: [first] }: FunctionFact): boolean {
  return arrow && !after && first?.kind === 'return' && isSame(first.span, bodySpan);
}
