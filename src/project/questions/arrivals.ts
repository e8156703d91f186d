import type { ImportFact, Span, Step, Value } from '../../facts/module-facts.js';
import { stepParts, walkValue } from '../../facts/walk.js';
import { handoversOf, type Handover } from '../callbacks.js';
import { firstOf } from '../lists.js';
import type { CallSite, Module } from '../module.js';
import type { Process } from '../processes.js';
import type { Service } from '../service.js';
import { functionThing, type FunctionThing } from '../thing.js';
import { isStartUpStep } from './start-up-steps.js';

/** Before any wait, or after which one. */
export type Arrival = 'early' | CallSite;

/** When each call is reached by a starting process: before any wait, or after one. The earliest way counts. */
export function arrivals(service: Service, process: Process): ReadonlyMap<Value, Arrival> {
  const reached = new Map<Value, Arrival>();
  const seen = new Map<string, Arrival>();
  const waiting: { readonly fn: FunctionThing; readonly arrival: Arrival }[] = process.mains.map((module) => ({
    fn: functionThing(module, 0),
    arrival: 'early',
  }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const before = seen.get(next.fn.id);
    if (before === 'early' || (before && next.arrival !== 'early')) continue;
    seen.set(next.fn.id, next.arrival);
    const { fn, arrival } = next;
    if (fn.function === 0) waiting.push(...linkedWith(service, fn.module).map((loaded) => ({ fn: loaded, arrival })));
    const { calls, loads } = ordered(service, fn, arrival);
    for (const { call, when } of calls) {
      reached.set(call.call, reached.get(call.call) === 'early' ? 'early' : when);
      waiting.push(...ledTo(service, call, when));
    }
    for (const { specifier, when } of loads)
      waiting.push(...bodiesOf(service, fn.module, specifier).map((loaded) => ({ fn: loaded, arrival: when })));
  }
  return reached;
}

/** Modules that are loaded before the body of this one runs. */
function linkedWith(service: Service, module: Module): readonly FunctionThing[] {
  return module.facts.imports.filter(isLinked).flatMap(({ specifier }) => bodiesOf(service, module, specifier));
}

function isLinked({ kind }: ImportFact): boolean {
  return kind === 'import' || kind === 're-export';
}

function bodiesOf({ workspace, reach }: Service, { path }: Module, specifier: string): readonly FunctionThing[] {
  const target = workspace.resolve(path, specifier);
  return target.kind === 'project' ? reach.bodiesFrom(target.path) : [];
}

/** The imports of a module that wait at their top level; the body runs after that. */
export function waitingImports(service: Service, module: Module): readonly Span[] {
  return module.facts.imports.filter((one) => isLinked(one) && waitIn(service, module, one) !== undefined).map(({ span }) => span);
}

function waitIn(service: Service, module: Module, { specifier }: ImportFact): CallSite | undefined {
  return firstOf(bodiesOf(service, module, specifier), (body) => waitAtLoad(service, body));
}

const atLoad = new WeakMap<Service, Map<Module, CallSite | undefined>>();

interface Loading {
  readonly body: FunctionThing;
  /** The modules that it imports and that nobody has looked at yet. */
  readonly imports: FunctionThing[];
}

/** What a module, or one that it imports, waits for while it is loaded. Imports lead to imports, deeper than calls may be nested. */
function waitAtLoad(service: Service, whole: FunctionThing): CallSite | undefined {
  const known = atLoad.get(service) ?? new Map<Module, CallSite | undefined>();
  atLoad.set(service, known);
  if (known.has(whole.module)) return known.get(whole.module);
  const open = (body: FunctionThing): Loading => {
    known.set(body.module, undefined);
    return { body, imports: [...linkedWith(service, body.module)] };
  };
  const loading = [open(whole)];
  for (let last = loading.at(-1); last; last = loading.at(-1)) {
    const next = last.imports.shift();
    if (next && !known.has(next.module)) {
      loading.push(open(next));
      continue;
    }
    const wait = next ? known.get(next.module) : ownWait(service, last.body);
    if (wait) {
      loading.forEach(({ body }) => known.set(body.module, wait));
      return wait;
    }
    if (!next) loading.pop();
  }
  return undefined;
}

function waitOfImports(service: Service, module: Module): CallSite | undefined {
  return firstOf(module.facts.imports.filter(isLinked), (one) => waitIn(service, module, one));
}

const AFTERWARDS: ReadonlySet<string> = new Set(['listening', 'settled', 'completion']);

function ledTo(service: Service, site: CallSite, when: Arrival): readonly { fn: FunctionThing; arrival: Arrival }[] {
  const later = handoversOf(service.link, site)
    .filter((handover) => AFTERWARDS.has(handover.role) || tellsConnection(handover))
    .flatMap(({ functions }) => functions.map((fn) => fn.id));
  return service.reach.targetsOf(site).map((fn) => ({ fn, arrival: later.includes(fn.id) && when === 'early' ? site : when }));
}

/** `connection.once('open', …)`: something outside of the process has answered. */
function tellsConnection({ events, target }: Handover): boolean {
  const { receiver } = target;
  return receiver?.kind === 'resource' && receiver.type.kind !== 'server' && events.some((event) => CONNECTED.test(event));
}

const CONNECTED = /^(?:open|connect|connected|ready)$/u;

/** What a body does in order, and when. */
interface Ordered {
  readonly calls: { readonly call: CallSite; readonly when: Arrival }[];
  readonly loads: { readonly specifier: string; readonly when: Arrival }[];
  end: Arrival;
}

function ownWait(service: Service, body: FunctionThing): CallSite | undefined {
  const { end } = ordered(service, body, 'early');
  return end === 'early' ? undefined : end;
}

/** The calls of a body in order, each with whether a wait comes before it. That of a module runs when its imports are loaded. */
function ordered(service: Service, fn: FunctionThing, arrival: Arrival): Ordered {
  const imported = fn.function === 0 && arrival === 'early' ? waitOfImports(service, fn.module) : undefined;
  const found: Ordered = { calls: [], loads: [], end: imported ?? arrival };
  const visit = (value: Value): void => {
    if (value.kind === 'call') found.calls.push({ call: { module: fn.module, call: value, owner: fn.function }, when: found.end });
    if (value.kind === 'import' && value.specifier !== undefined) found.loads.push({ specifier: value.specifier, when: found.end });
  };
  const visitSteps = (steps: readonly Step[]): void => {
    for (const step of steps) {
      const { values, bodies } = stepParts(step);
      for (const value of values) walkValue(value, visit);
      found.end = waitFor(service, fn, values, found.end);
      const before = found.end;
      const ends: Arrival[] = [];
      bodies.forEach((body, index) => {
        // Of alternatives one alone runs: no call of it comes after what another one waits for.
        if (isAlternative(service, fn, step, bodies[index - 1])) found.end = before;
        visitSteps(body);
        // Nor does what follows come after one that does not lead there.
        if (!isDeparture(service, fn, step, body)) ends.push(found.end);
      });
      found.end = ends.find((end) => end !== 'early') ?? (bodies.length > 0 ? before : found.end);
    }
  };
  visitSteps(fn.module.function(fn.function)?.body ?? []);
  return found;
}

/** The other side of a condition, or a case that the one above does not fall into. */
function isAlternative(service: Service, fn: FunctionThing, { kind }: Step, above: readonly Step[] | undefined): boolean {
  if (kind === 'branch') return true;
  return kind === 'switch' && above !== undefined && above.some((step) => step.kind === 'break' || departs(service, fn, step));
}

/** `if (command === 'migrate') { await migrate(); return; }`. */
function isDeparture(service: Service, fn: FunctionThing, { kind }: Step, body: readonly Step[]): boolean {
  return (kind === 'branch' || kind === 'switch') && body.some((step) => departs(service, fn, step));
}

function departs(service: Service, fn: FunctionThing, step: Step): boolean {
  if (step.kind === 'block') return step.body.some((inner) => departs(service, fn, inner));
  if (step.kind === 'return' || step.kind === 'throw') return true;
  if (step.kind !== 'evaluate' || step.value.kind !== 'call') return false;
  const called = service.link.called({ module: fn.module, call: step.value });
  return called.length > 0 && called.every((thing) => thing.kind === 'member' && thing.member.exits !== undefined);
}

function waitFor(service: Service, fn: FunctionThing, values: readonly Value[], when: Arrival): Arrival {
  if (when !== 'early') return when;
  const sites = values.flatMap((value) => awaitedIn(value) ?? []).map((call) => ({ module: fn.module, call, owner: fn.function }));
  return sites.find((site) => isStartUpStep(service, site)) ?? when;
}

function awaitedIn(value: Value): Extract<Value, { kind: 'call' }> | undefined {
  let found: Extract<Value, { kind: 'call' }> | undefined;
  walkValue(value, (inner) => {
    if (inner.kind === 'await' && inner.value.kind === 'call') found ??= inner.value;
  });
  return found;
}
