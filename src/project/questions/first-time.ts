/** What runs the first time alone, since the result is kept: `cached ??= read()`, `if (cached) return cached; …; cached = read()`. */
import type { AssignValue, BranchStep, CallValue, ChoiceValue, Span, Step, Value } from '../../facts/module-facts.js';
import { contains } from '../../facts/spans.js';
import { allValues, stepParts, walkValue } from '../../facts/walk.js';
import { branches, mentions } from '../guards.js';
import type { CallSite, Module } from '../module.js';
import { askedBy, keptBy, type Inside, type Kept } from './memories.js';

const known = new WeakMap<readonly Step[], readonly Span[]>();

export function runsFirstTimeOnly({ module, call, owner }: CallSite): boolean {
  return isKeptByWrapper(module, call) || keptIn(module, owner).some((span) => contains(span, call.span));
}

/** `const load = memoize(read); … load()`. */
function isKeptByWrapper(module: Module, { callee }: CallValue): boolean {
  const [source, ...others] = sourcesOf(module, callee);
  return source !== undefined && others.length === 0 && keptFunction(module, source) !== undefined;
}

const KEEPING = /^(?:once|memoi[sz]e)$/iu;

/** What a wrapper is given of which it keeps the result, by its name. */
function keptFunction(module: Module, value: Value): Value | undefined {
  if (value.kind !== 'call') return undefined;
  const { callee, args } = value;
  const name =
    callee.kind === 'reference' ? module.facts.bindings[callee.binding]?.name : callee.kind === 'member' ? callee.name : undefined;
  return KEEPING.test(name ?? '') ? args[0] : undefined;
}

/** The parts of a function that run once, since what outlives the function keeps what they find. */
function keptIn(module: Module, owner: number): readonly Span[] {
  const body = module.function(owner)?.body ?? [];
  const before = known.get(body);
  if (before) return before;
  const values = allValues(body).flatMap((value) =>
    value.kind === 'assign' && outlives(module, owner, value) && isAskedFirst(body, value) ? [value.value.span] : [],
  );
  const spans = [...values, ...choicesOnce({ module, owner }, body), ...partsOnce({ module, owner }, body)];
  known.set(body, spans);
  return spans;
}

function outlives(module: Module, owner: number, { target }: AssignValue): boolean {
  if (target.kind === 'binding') return module.facts.bindings[target.binding]?.owner !== owner;
  return target.kind === 'member' && target.name !== undefined;
}

function isAskedFirst(body: readonly Step[], value: AssignValue): boolean {
  if (value.operator === '??=' || value.operator === '||=') return true;
  return branches(body).some(({ test, span }) => span[0] <= value.span[0] && asksOnlyFor(test, value));
}

/** Nothing else decides, the age of what is kept for example. */
function asksOnlyFor(test: Value, { target }: AssignValue): boolean {
  const name = target.kind === 'binding' ? `#${String(target.binding)}` : target.kind === 'member' ? `.${target.name ?? ''}` : '';
  if (!mentions(test, new Set([name]))) return false;
  let others = 0;
  walkValue(test, (value) => {
    if (value.kind === 'call' || (value.kind === 'operation' && ARITHMETIC.test(value.operator))) others += 1;
  });
  return others === 0;
}

const ARITHMETIC = /^(?:[<>]=?|[-+*/%]|&&|\|\|)$/u;

/** The steps that are reached only while a place is empty, and that fill it. */
function partsOnce(inside: Inside, steps: readonly Step[]): readonly Span[] {
  return steps.flatMap((step, index) => [
    ...stepParts(step).bodies.flatMap((body) => partsOnce(inside, body)),
    ...(step.kind === 'branch' ? onceBy(inside, step, steps.slice(index + 1)) : []),
  ]);
}

function onceBy(inside: Inside, { test, then, otherwise }: BranchStep, rest: readonly Step[]): readonly Span[] {
  return askedBy(inside, test).flatMap(({ memory, emptyIf }) => {
    const [empty, filled] = emptyIf ? [then, otherwise] : [otherwise, then];
    const part = goesNoFurther(filled) ? [...empty, ...rest] : empty;
    return fills(inside, allValues(part), memory) ? part.map(({ span }) => span) : [];
  });
}

/** `cached ?? (cached = read())`, `cached ? cached : (cached = read())`. */
function choicesOnce(inside: Inside, steps: readonly Step[]): readonly Span[] {
  return allValues(steps).flatMap((value) => (value.kind === 'choice' ? optionsOnce(inside, value) : []));
}

function optionsOnce(inside: Inside, { operator, test, options }: ChoiceValue): readonly Span[] {
  const [first, ...others] = options;
  const asked = test ?? first;
  if (!asked || operator === '&&') return [];
  return askedBy(inside, asked).flatMap(({ memory, emptyIf }) => {
    const empty = test ? options.filter((_, index) => index === (emptyIf ? 0 : 1)) : emptyIf ? [] : others;
    return empty.flatMap((value) => (fills(inside, within(value), memory) ? [value.span] : []));
  });
}

function within(value: Value): readonly Value[] {
  const found: Value[] = [];
  walkValue(value, (inner) => {
    found.push(inner);
  });
  return found;
}

function goesNoFurther(steps: readonly Step[]): boolean {
  const last = steps.at(-1);
  return last?.kind === 'return' || last?.kind === 'throw';
}

/** And never empties it again, as a flag for work that is under way. */
function fills(inside: Inside, values: readonly Value[], memory: string): boolean {
  const kept = values.flatMap((value) => [keptBy(inside, value) ?? [], ...keptByCalled(inside, value)].flat());
  const own = kept.filter((one) => one.memory === memory);
  return own.length > 0 && own.every((one) => one.fills);
}

/** `if (!cached) read();`, where the function in the same module, or the one that it stands for, keeps what it reads. */
function keptByCalled({ module }: Inside, value: Value): readonly Kept[] {
  return value.kind === 'call'
    ? bodiesOf(module, value.callee).flatMap(({ owner, body }) => allValues(body).flatMap((one) => keptBy({ module, owner }, one) ?? []))
    : [];
}

function bodiesOf(module: Module, value: Value): readonly { readonly owner: number; readonly body: readonly Step[] }[] {
  const behind = sourcesOf(module, value).flatMap((source) => {
    const kept = keptFunction(module, source);
    return kept ? [kept, ...sourcesOf(module, kept)] : [source];
  });
  return behind.flatMap((source) =>
    source.kind === 'function' ? [{ owner: source.function, body: module.function(source.function)?.body ?? [] }] : [],
  );
}

function sourcesOf(module: Module, value: Value): readonly Value[] {
  if (value.kind !== 'reference') return [];
  return (module.facts.bindings[value.binding]?.sources ?? []).flatMap((source) => source.value ?? []);
}
