/** What code uses, itself and in the functions of its file that it names. */
import { contains } from '../facts/spans.js';
import type { Span, Value } from '../facts/module-facts.js';
import { allValues } from '../facts/walk.js';
import { isWithin } from './around.js';
import type { Source } from './source.js';

export interface Uses {
  /** The code itself and the functions that it may lead to. */
  readonly spans: readonly Span[];
  readonly bindings: ReadonlySet<number>;
  /** Names of properties. */
  readonly members: ReadonlySet<string>;
}

export function usesOf(source: Source, own: readonly Span[]): Uses {
  const values = valuesIn(source);
  let spans = own;
  for (;;) {
    const used = values.filter(({ span }) => isWithin(spans, span));
    const bindings = new Set(used.flatMap((value) => (value.kind === 'reference' ? [value.binding] : [])));
    const members = new Set(used.flatMap((value) => (value.kind === 'member' && value.name !== undefined ? [value.name] : [])));
    const called = functionsOf(source, bindings, members).filter(
      (span) => !isWithin(spans, span) && !spans.some((inner) => contains(span, inner)),
    );
    if (called.length === 0) return { spans, bindings, members };
    spans = [...spans, ...called];
  }
}

function valuesIn({ facts }: Source): readonly Value[] {
  return facts.functions.flatMap(({ body }) => allValues(body));
}

function functionsOf({ facts }: Source, bindings: ReadonlySet<number>, members: ReadonlySet<string>): readonly Span[] {
  const named = [...bindings]
    .flatMap((id) => facts.bindings[id]?.sources ?? [])
    .flatMap(({ value }) => (value?.kind === 'function' ? [value.function] : []));
  const methods = facts.classes
    .flatMap((cls) => cls.members)
    .filter(({ name }) => name !== undefined && members.has(name))
    .flatMap((member) => member.function ?? []);
  return [...named, ...methods].flatMap((id) => (facts.functions[id] ? [facts.functions[id].span] : []));
}

/** Whether anything that is used is assigned there, by other code than what uses it. */
export function isChangedWithin(source: Source, range: Span, { spans, bindings, members }: Uses): boolean {
  const isOther = (span: Span): boolean => contains(range, span) && !isWithin(spans, span);
  const isAssigned = valuesIn(source).some(
    (value) => value.kind === 'assign' && isOther(value.span) && value.target.kind === 'binding' && bindings.has(value.target.binding),
  );
  return isAssigned || source.facts.memberWrites.some(({ name, span }) => isOther(span) && members.has(name ?? ''));
}

/** Variables that are used and that do not exist yet, or not at all, at a place in the function with this id. */
export function missingAt({ facts }: Source, position: number, owner: number, { spans, bindings }: Uses): readonly number[] {
  return [...bindings].filter((id) => {
    const binding = facts.bindings[id];
    if (!binding || binding.span[0] < position || isWithin(spans, binding.span)) return false;
    return binding.kind !== 'function' || (binding.owner !== owner && binding.owner !== 0);
  });
}
