/** What a program goes on with once a wait for a signal is over. */
import { contains } from '../facts/spans.js';
import type { CallValue, FunctionFact, Span, Step, Value } from '../facts/module-facts.js';
import { isNewPromise } from '../facts/promises.js';
import { stepParts } from '../facts/walk.js';
import { functionsIn } from './callbacks.js';
import type { Link } from './link.js';
import type { CallSite, Module } from './module.js';
import { functionThing, type FunctionThing } from './thing.js';

/** Waits behind waits, and functions that are waited for by others. */
const DEEPEST = 5;

interface Continuations {
  /** By the call that registers a wait. */
  readonly functions: Map<CallValue, FunctionThing[]>;
  /** The calls that end one of these waits, and do nothing else: `resolve()`. */
  readonly ends: Set<CallValue>;
}

const known = new WeakMap<Link, Continuations>();

/** What runs when the wait is over that the call registers; empty where it is no such wait, or where others go on that are not seen. */
export function goingOnAfter(link: Link, { call }: CallSite): readonly FunctionThing[] {
  return continuationsOf(link).functions.get(call) ?? [];
}

/** Calls the `resolve` of such a wait: all that follows is known. */
export function endsWait(link: Link, { call }: CallSite): boolean {
  return continuationsOf(link).ends.has(call);
}

function continuationsOf(link: Link): Continuations {
  const found = known.get(link) ?? findContinuations(link);
  known.set(link, found);
  return found;
}

function findContinuations(link: Link): Continuations {
  const found: Continuations = { functions: new Map(), ends: new Set() };
  for (const module of link.modules) for (const fact of module.facts.functions) note(link, module, fact, found);
  return found;
}

function note(link: Link, module: Module, { id, owner, after }: FunctionFact, { functions, ends }: Continuations): void {
  const waits = after ? waitedFor(link, module, after) : [];
  const later = waits.length > 0 ? afterwards(link, functionThing(module, owner)) : undefined;
  if (!later) return;
  for (const end of waits.flatMap((wait) => wait.ends)) ends.add(end);
  const all = [functionThing(module, id), ...later];
  for (const { call } of waits) functions.set(call, [...(functions.get(call) ?? []), ...all]);
}

interface Wait {
  readonly call: CallValue;
  /** By which it ends. */
  readonly ends: readonly CallValue[];
}

/** The calls that register what settles the value. */
function waitedFor(link: Link, module: Module, value: Value, depth = 0): readonly Wait[] {
  if (depth > DEEPEST) return [];
  const inside = (inner: Value): readonly Wait[] => waitedFor(link, module, inner, depth + 1);
  switch (value.kind) {
    case 'await':
      return inside(value.value);
    case 'array':
      return value.items.flatMap(inside);
    case 'reference':
      return (module.facts.bindings[value.binding]?.sources ?? []).flatMap((source) =>
        source.value && source.path.length === 0 ? inside(source.value) : [],
      );
    case 'call':
      return waitedByCall(link, { module, call: value, owner: module.ownerOf(value) }, depth + 1);
    default:
      return [];
  }
}

function waitedByCall(link: Link, site: CallSite, depth: number): readonly Wait[] {
  const { module, call } = site;
  const executor = executorOf(call);
  if (executor !== undefined) return resolvingCalls(module, executor);
  return link.called(site).flatMap((target) => {
    if (target.kind === 'function') return waitedInside(link, target, depth);
    if (target.kind !== 'member') return [];
    if (target.member.joins !== undefined) return call.args.slice(0, 1).flatMap((value) => waitedFor(link, module, value, depth));
    return [{ call, ends: [] }];
  });
}

/** What a function gives back, and what it waits for itself. */
function waitedInside(link: Link, { module, function: id }: FunctionThing, depth: number): readonly Wait[] {
  const awaited = (module.function(id)?.body ?? []).flatMap((step) => stepParts(step).values.filter(({ kind }) => kind === 'await'));
  const values = [...(module.returns.get(id) ?? []), ...awaited];
  return [...new Set(values.flatMap((value) => waitedFor(link, module, value, depth)))];
}

function executorOf(call: CallValue): number | undefined {
  const [first] = call.args;
  return isNewPromise(call) && first?.kind === 'function' ? first.function : undefined;
}

/** `process.once('SIGTERM', resolve)`, and the same with a function that calls `resolve`. */
function resolvingCalls(module: Module, executor: number): readonly Wait[] {
  const fact = module.function(executor);
  const resolve = fact?.parameters[0]?.binding;
  if (!fact || resolve === undefined) return [];
  const isResolve = (value: Value | undefined): boolean => value?.kind === 'reference' && value.binding === resolve;
  const calls = module.calls.flatMap(({ call }) => (contains(fact.span, call.span) ? [call] : []));
  const ends = calls.filter(({ callee }) => isResolve(callee));
  const resolves = (value: Value): boolean => {
    const own = value.kind === 'function' ? module.function(value.function)?.span : undefined;
    return isResolve(value) || (own !== undefined && ends.some(({ span }) => contains(own, span)));
  };
  return calls.flatMap((call) => (call.args.some(resolves) ? [{ call, ends }] : []));
}

/** What runs when the function is over; undefined where that is not seen. */
function afterwards(link: Link, fn: FunctionThing, depth = 0): readonly FunctionThing[] | undefined {
  if (fn.function === 0) return [];
  const callers = link.callers(fn);
  if (callers.length === 0 || depth > DEEPEST) return undefined;
  const found: FunctionThing[] = [];
  for (const { site } of callers) {
    const isCalled = link.called(site).some((thing) => thing.kind === 'function' && thing.id === fn.id);
    const later = isCalled ? afterCall(link, site, depth) : undefined;
    if (!later) return undefined;
    found.push(...later);
  }
  return found;
}

function afterCall(link: Link, site: CallSite, depth: number): readonly FunctionThing[] | undefined {
  const place = lastPlace(site.module.function(site.owner)?.body ?? [], site.call.span);
  const [value] = place ? stepParts(place.step).values.filter((one) => contains(one.span, site.call.span)) : [];
  if (!place || !value) return undefined;
  const chain = chained(link, site, value);
  if (!chain) return undefined;
  if (!chain.isAwaited && place.step.kind !== 'return') return chain.functions;
  const outer = place.isLast ? afterwards(link, functionThing(site.module, site.owner), depth + 1) : undefined;
  return outer && [...chain.functions, ...outer];
}

interface Chain {
  readonly functions: readonly FunctionThing[];
  readonly isAwaited: boolean;
}

/** `void main()`, `await main()`, `main().catch(fail).then(leave)`. */
function chained(link: Link, site: CallSite, value: Value): Chain | undefined {
  if (value === site.call) return { functions: [], isAwaited: false };
  if (value.kind === 'await') {
    const inner = chained(link, site, value.value);
    return inner && { ...inner, isAwaited: true };
  }
  if (value.kind === 'operation')
    return value.operator === 'void' && value.operands[0] ? chained(link, site, value.operands[0]) : undefined;
  if (value.kind !== 'call' || value.callee.kind !== 'member') return undefined;
  const inner = chained(link, site, value.callee.object);
  if (!inner || value.callee.name === 'catch') return inner;
  if (value.callee.name !== 'then' && value.callee.name !== 'finally') return undefined;
  const [first] = value.args;
  const functions = first ? functionsIn(link, link.of(site.module, first)) : [];
  return functions.length > 0 ? { ...inner, functions: [...inner.functions, ...functions] } : undefined;
}

interface Place {
  readonly step: Step;
  /** Nothing comes after it in the function. */
  readonly isLast: boolean;
}

function lastPlace(steps: readonly Step[], span: Span): Place | undefined {
  const index = steps.findIndex((step) => contains(step.span, span));
  const step = steps[index];
  if (!step) return undefined;
  const { bodies } = stepParts(step);
  const inner = bodies.map((body) => lastPlace(body, span)).find((place) => place !== undefined);
  const ends = index === steps.length - 1 && step.kind !== 'loop' && !(step.kind === 'attempt' && step.finalizer);
  if (bodies.length > 0) return inner && { step: inner.step, isLast: inner.isLast && ends };
  return { step, isLast: ends };
}
