/** What keeps a shutdown from running twice. */
import type { BranchStep, Span, Step, Value } from '../../facts/module-facts.js';
import { contains } from '../../facts/spans.js';
import { allSteps, allValues, stepParts, walkValue } from '../../facts/walk.js';
import { branches, isNothing, leaves, mentions, outliving, secondWay, written } from '../guards.js';
import type { CallSite } from '../module.js';
import type { Operation } from '../run/flow.js';
import type { Run } from '../run/run.js';
import type { Service } from '../service.js';
import { functionThing, type FunctionThing } from '../thing.js';

/** A function on the way to the close remembers that it has begun. */
export function isGuarded(service: Service, run: Run, operation: Operation): boolean {
  const sites = [...operation.stack, operation.site];
  const trail = [run.root, ...sites.map(({ module, owner }) => functionThing(module, owner))];
  return trail.some((step) => remembers(service, step, { run, call: callIn(step, sites) }));
}

/** The call by which the function goes on to the close, itself or in a function that stands in it. */
function callIn({ module, function: id }: FunctionThing, sites: readonly CallSite[]): Span | undefined {
  const inside = module.function(id)?.span ?? [0, 0];
  const here = sites.filter((site) => site.module === module);
  return (here.find(({ owner }) => owner === id) ?? here.find(({ call }) => contains(inside, call.span)))?.call.span;
}

interface Way {
  readonly run: Run;
  readonly call: Span | undefined;
}

/** A decision on something that the function writes, itself or by what it calls, or on whether the thing is open still; `??=`. */
export function remembers(service: Service, fn: FunctionThing, way?: Way): boolean {
  const body = bodyOf(fn);
  const names = withCopies(fn, outliving(fn, writtenBelow(service, fn)));
  const guards = decisionsIn(fn).filter(({ test }) => mentions(test, names) || asksState(test));
  if (guards.some((decision) => way?.call === undefined || keepsFrom(fn, decision, way.run, way.call))) return true;
  if (replacesItself(fn, names)) return true;
  return allValues(body).some(isKeeping) || empties(body) || asksHelper(service, fn) || service.isWrapped(fn);
}

/** `let stop = async () => { stop = () => {}; … }`. */
function replacesItself({ module, function: id }: FunctionThing, names: ReadonlySet<string>): boolean {
  return module.facts.bindings.some(
    ({ sources }, index) =>
      names.has(`#${String(index)}`) && sources.some(({ value }) => value?.kind === 'function' && value.function === id),
  );
}

/** Where a function goes one way or the other. */
interface Decision {
  readonly test: Value;
  readonly span: Span;
  /** What there is to do on its ways. */
  readonly steps: readonly Step[];
  /** … and on the one that is gone the second time, where that is known. */
  readonly again: readonly Step[];
}

function decisionsIn(fn: FunctionThing): readonly Decision[] {
  const body = bodyOf(fn);
  const steps = allSteps(body).flatMap((step): readonly Decision[] => {
    const test = step.kind === 'switch' ? step.subject : step.kind === 'branch' || step.kind === 'loop' ? step.test : undefined;
    const inside = stepParts(step).bodies.flat();
    return test ? [{ test, span: step.span, steps: inside, again: step.kind === 'branch' ? secondTime(fn, step) : inside }] : [];
  });
  const choices = allValues(body).flatMap((value): readonly Decision[] => {
    const tests = value.kind === 'choice' ? [...(value.test ? [value.test] : value.options.slice(0, -1))] : [];
    return tests.map((test) => ({ test, span: value.span, steps: [], again: [] }));
  });
  return [...steps, ...choices];
}

/** `if (server.listening) await close();` skips the wait once that has begun, and what follows is done again. */
function secondTime(fn: FunctionThing, step: BranchStep): readonly Step[] {
  const way = secondWay(fn, step) ?? (asksListening(step.test) ? 'otherwise' : undefined);
  return way ? step[way] : [...step.then, ...step.otherwise];
}

function asksListening(test: Value): boolean {
  return test.kind === 'member' && test.name === 'listening';
}

/** With the variables of the function that hold them, or their opposite: `const isFirst = !stopping`. */
function withCopies({ module, function: id }: FunctionThing, names: ReadonlySet<string>): ReadonlySet<string> {
  const copies = module.facts.bindings.flatMap(({ owner, sources }, index) =>
    owner === id && sources.some(({ value }) => value && value.kind !== 'call' && mentions(value, names)) ? [`#${String(index)}`] : [],
  );
  return new Set([...names, ...copies]);
}

/** The call stands in it, or after it where one of its ways goes no further or waits. */
function keepsFrom({ module }: FunctionThing, { span, test, steps, again }: Decision, { exits }: Run, call: Span): boolean {
  if (contains(span, call) && !contains(test.span, call)) return true;
  const waits = allValues(again).some(({ kind }) => kind === 'await');
  const leaves = allSteps(steps).some(({ kind }) => kind === 'return' || kind === 'throw');
  const ends = exits.some(({ site, stack }) => [...stack, site].some((one) => one.module === module && contains(span, one.call.span)));
  return span[0] < call[0] && (ends || waits || leaves);
}

export function bodyOf({ module, function: id }: FunctionThing): readonly Step[] {
  return module.function(id)?.body ?? [];
}

/** Variables are known by their number in the module, so only those of its own count. */
function writtenBelow(service: Service, fn: FunctionThing): ReadonlySet<string> {
  const below = [...service.reach.from([fn]).values()];
  return new Set(
    below.flatMap((reached) => [...written(bodyOf(reached))].filter((name) => reached.module === fn.module || !name.startsWith('#'))),
  );
}

/** `if (!begin()) return;`, `if (isStopping()) return;`, `assertRunning();`: what the function calls and heeds remembers for it. */
function asksHelper(service: Service, fn: FunctionThing): boolean {
  const steps = allSteps(bodyOf(fn));
  const bare = new Set(
    steps.flatMap((step) => ((step.kind === 'evaluate' || step.kind === 'return') && step.value ? [bareCall(step.value)] : [])),
  );
  const asked = new Set(decisionsIn(fn).flatMap(({ test }) => callsIn(test)));
  return service.reach.callsIn(fn).some((site) => {
    const helpers = service.reach.targetsOf(site);
    if (asked.has(site.call) && helpers.some((helper) => tells(service, fn, helper))) return true;
    const heeded = service.reach.from(helpers.filter((helper) => !bare.has(site.call) || throws(helper)));
    return [...heeded.values()].some((helper) => {
      const names = written(bodyOf(helper));
      return branches(bodyOf(helper)).some((branch) => mentions(branch.test, names) && leaves(branch));
    });
  });
}

/** Speaks of something that is written while the function runs. */
function tells(service: Service, fn: FunctionThing, helper: FunctionThing): boolean {
  const below = [...service.reach.from([fn]).values()].filter(({ module }) => module === helper.module);
  const names = new Set(below.flatMap((reached) => [...written(bodyOf(reached))]));
  return allValues(bodyOf(helper)).some((value) => mentions(value, names));
}

function callsIn(value: Value): readonly Value[] {
  const calls: Value[] = [];
  walkValue(value, (inner) => {
    if (inner.kind === 'call') calls.push(inner);
  });
  return calls;
}

function bareCall(value: Value): Value {
  return value.kind === 'await' ? bareCall(value.value) : value;
}

function throws(fn: FunctionThing): boolean {
  return allSteps(bodyOf(fn)).some(({ kind }) => kind === 'throw');
}

function isKeeping(value: Value): boolean {
  return value.kind === 'assign' && (value.operator === '??=' || value.operator === '||=');
}

/** `if (!server.listening) return`. */
function asksState(test: Value): boolean {
  let asks = false;
  walkValue(test, (value) => {
    asks ||= value.kind === 'member' && /^(?:listening|closed|closing|destroyed|ended|ending|aborted)$/u.test(value.name ?? '');
  });
  return asks;
}

/** `const closing = server; server = undefined; closing?.close()`. */
function empties(body: readonly Step[]): boolean {
  const values = allValues(body);
  const clears = values.some((value) => value.kind === 'assign' && value.target.kind !== 'pattern' && isNothing(value.value));
  return clears && values.some((value) => (value.kind === 'member' || value.kind === 'call') && value.optional);
}
