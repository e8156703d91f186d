import type { AttemptStep, Step, Value } from '../../facts/module-facts.js';
import { allSteps, allValues, walkValue } from '../../facts/walk.js';
import { handoversOf } from '../callbacks.js';
import { ADDING, type CallSite } from '../module.js';
import { pollsForever, pollsUntilTold } from '../polling.js';
import type { Process } from '../processes.js';
import type { Service } from '../service.js';
import { takesWork, type Start } from '../starts.js';
import { functionThing, isPlain, type FunctionThing, type Things } from '../thing.js';
import { afterCrash, ENDING_NAME, type SwallowedCrash } from './crashes.js';
import { exitCode } from './exit-codes.js';
import { isLogFunction } from './log-functions.js';
import { neverRejects } from './never-rejects.js';

/** Starts of a service whose failure nobody outside hears of: `main().catch(console.error)`, or a catch clause that only logs. */
export function startUpFailures(service: Service): readonly SwallowedCrash[] {
  const found = service.processes.flatMap((process) =>
    startingFunctions(service, process).flatMap((fn) => [
      ...service.reach.callsIn(fn).flatMap((site) => caughtByCall(service, process, site)),
      ...caughtByClause(service, process, fn),
    ]),
  );
  return [...new Map(found.map((crash) => [crash.site.call, crash])).values()];
}

/** When a handed function is part of the start: at once, or when a step of it is over. */
const STARTING: ReadonlySet<string> = new Set(['now', 'settled', 'completion', 'listening', 'startup', 'plugin']);

/** What runs once, while the process starts. */
function startingFunctions(service: Service, process: Process): readonly FunctionThing[] {
  const found = new Map<string, FunctionThing>();
  const waiting = [...process.reached.values()].filter((fn) => fn.function === 0);
  for (let fn = waiting.pop(); fn; fn = waiting.pop()) {
    if (found.has(fn.id) || service.perWork.has(fn.id)) continue;
    found.set(fn.id, fn);
    waiting.push(...service.reach.callsIn(fn).flatMap((site) => startedBy(service, site)));
  }
  return [...found.values()];
}

function startedBy(service: Service, site: CallSite): readonly FunctionThing[] {
  if (isKept(service, site)) return [];
  const later = new Set(
    handoversOf(service.link, site)
      .filter(({ role }) => !STARTING.has(role))
      .flatMap(({ functions }) => functions.map(({ id }) => id)),
  );
  return service.reach.targetsOf(site).filter(({ id }) => !later.has(id));
}

/** `callbacks.push({ event, callback })`: whoever goes through the collection calls it, if anybody does. */
function isKept({ link }: Service, site: CallSite): boolean {
  const { callee } = site.call;
  return callee.kind === 'member' && ADDING.has(callee.name ?? '') && link.called(site).every(({ kind }) => kind === 'builtin');
}

/** `start().catch(…)`: what is caught leads to what takes work; a service that starts without one of its dependencies is meant to. */
function caughtByCall(service: Service, process: Process, site: CallSite): readonly SwallowedCrash[] {
  const { callee, args } = site.call;
  if (callee.kind !== 'member' || (callee.name !== 'catch' && callee.name !== 'then')) return [];
  const handler = args[callee.name === 'catch' ? 0 : 1];
  if (!handler) return [];
  const caught = callsOf(site, callee.object);
  if (neverRejects(service, site, callee.object)) return [];
  if (!leadsToWork(service, process, caught, site.owner === 0)) return [];
  if (isLogFunction(service, site.module, handler)) return [{ because: 'start-up', site, event: '' }];
  const things = service.link.known(site.module, handler);
  const outcomes = things.map((thing) =>
    thing.kind === 'function' && !startsAgain(service, site, thing) ? afterCrash(service, thing) : 'fine',
  );
  const clean = outcomes.find((outcome) => typeof outcome !== 'string');
  if (clean && typeof clean !== 'string') {
    const [by] = clean.stack;
    return [{ because: 'start-up-clean', site: clean.site, event: '', ...(by && { by }) }];
  }
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'lives-on') ? [{ because: 'start-up', site, event: '' }] : [];
}

/** `connect().catch(() => setTimeout(start, 1000))` in `start()`. */
function startsAgain({ reach }: Service, { module, owner }: CallSite, handler: FunctionThing): boolean {
  return owner !== 0 && reach.from([handler]).has(functionThing(module, owner).id);
}

function callsOf({ module, owner }: CallSite, value: Value): readonly CallSite[] {
  const sites: CallSite[] = [];
  walkValue(value, (inner) => {
    if (inner.kind === 'call') sites.push({ module, call: inner, owner });
  });
  return sites;
}

/** Some of the calls, or what they lead to, take work; `partly` when the process may take other work as well. */
function leadsToWork(service: Service, process: Process, caught: readonly CallSite[], partly: boolean): boolean {
  const live = process.starts.filter(({ thing }) => takesWork(thing));
  if (live.length === 0) return leadsToLoop(service, caught);
  const calls = new Set(caught.map(({ call }) => call));
  const led = service.reach.from(caught.flatMap((site) => ledBy(service, live, site)));
  const isCaught = ({ site: { module, call, owner } }: Start): boolean => calls.has(call) || led.has(functionThing(module, owner).id);
  return partly ? live.some(isCaught) : live.every(isCaught);
}

/** What takes its work in a loop. */
function leadsToLoop({ link, reach }: Service, caught: readonly CallSite[]): boolean {
  const led = reach.from(caught.flatMap((site) => reach.targetsOf(site)));
  return [...led.values()].some((fn) => pollsForever(link, reach, fn) || pollsUntilTold(link, reach, fn));
}

/** `for (const part of parts) await part.start()`: parts of which some take no work may fail, and the others go on. */
function ledBy({ reach }: Service, live: readonly Start[], site: CallSite): readonly FunctionThing[] {
  const targets = reach.targetsOf(site);
  const takes = (target: FunctionThing): boolean => {
    const led = reach.from([target]);
    return live.some((start) => led.has(functionThing(start.site.module, start.site.owner).id));
  };
  return targets.length < 2 || targets.every(takes) ? targets : [];
}

/** `try { await connect(); listen(); } catch (error) { console.error(error); }` */
function caughtByClause(service: Service, process: Process, fn: FunctionThing): readonly SwallowedCrash[] {
  return attemptsIn(fn.module.function(fn.function)?.body ?? []).flatMap((step) => {
    const { body, handler = [] } = step;
    if (!allValues(body).some(({ kind }) => kind === 'await') || allValues(handler).length === 0) return [];
    const caught = sitesIn(service, fn, body);
    if (!leadsToWork(service, process, caught, true) || goesOnWith(service, fn, step)) return [];
    const found = afterClause(service, fn, handler);
    // Who ends the process need not ask whether another part of it takes work.
    return leadsToWork(service, process, caught, false) ? found : found.filter(({ because }) => because === 'start-up-clean');
  });
}

/** A try block in a loop tries again. */
function attemptsIn(steps: readonly Step[]): readonly AttemptStep[] {
  const looped = new Set(allSteps(steps).flatMap((step) => (step.kind === 'loop' ? allSteps(step.body) : [])));
  return allSteps(steps)
    .filter((step) => step.kind === 'attempt')
    .filter((step) => step.handler !== undefined && !looped.has(step));
}

function sitesIn(service: Service, fn: FunctionThing, steps: readonly Step[]): readonly CallSite[] {
  return service.reach.callsIn(fn).filter(({ call }) => steps.some(({ span }) => span[0] <= call.span[0] && call.span[1] <= span[1]));
}

/** What comes behind the clause ends the process, or may. */
function goesOnWith(service: Service, fn: FunctionThing, { span, finalizer = [] }: AttemptStep): boolean {
  const later = service.reach.callsIn(fn).filter(({ call }) => call.span[0] >= span[1]);
  const isEnd = ({ module, call, owner }: CallSite): boolean =>
    service.link.called({ module, call }).some((thing) => thing.kind === 'member' && thing.member.exits !== undefined) ||
    service.reach.targetsOf({ module, call, owner }).some((inner) => service.reach.exits(inner));
  return [...later, ...sitesIn(service, fn, finalizer)].some(isEnd);
}

function afterClause(service: Service, fn: FunctionThing, handler: readonly Step[]): readonly SwallowedCrash[] {
  if (allSteps(handler).some(({ kind }) => kind === 'throw') || allValues(handler).some(({ kind }) => kind === 'assign')) return [];
  if (allSteps(handler).some((step) => step.kind === 'return' && step.value !== undefined)) return [];
  const sites = sitesIn(service, fn, handler);
  const outcomes = sites.map((site) => afterCall(service, site));
  const clean = outcomes.find((outcome) => typeof outcome !== 'string');
  if (clean && typeof clean !== 'string') return [{ because: 'start-up-clean', site: clean, event: '' }];
  const [first] = sites;
  return first && outcomes.every((outcome) => outcome === 'lives-on') ? [{ because: 'start-up', site: first, event: '' }] : [];
}

/** What a call of the clause leads to: nothing, an exit with code 0, or something that hides or tells the failure. */
function afterCall(service: Service, site: CallSite): 'fine' | 'lives-on' | CallSite {
  if (service.isLog(site)) return 'lives-on';
  const outcomes = calledAt(service, site).map((thing) => {
    if (thing.kind === 'function') {
      const outcome = afterCrash(service, thing);
      return typeof outcome === 'string' ? outcome : outcome.site;
    }
    if (thing.kind !== 'member') return isQuiet(service, site) ? 'lives-on' : 'fine';
    if (thing.member.exits === 'now') return exitCode(service, site) === 0 ? site : 'fine';
    return (thing.member.exits ?? thing.member.closes ?? thing.member.starts ?? thing.member.timer) ? 'fine' : 'lives-on';
  });
  return (
    outcomes.find((outcome) => typeof outcome !== 'string') ?? (outcomes.every((outcome) => outcome === 'lives-on') ? 'lives-on' : 'fine')
  );
}

/** What it calls; the listeners, if it tells them something: `shutdown.emit('stop', 1)`. */
function calledAt(service: Service, site: CallSite): Things {
  const told = handoversOf(service.link, site).flatMap(({ role, functions }) => (role === 'now' ? functions : []));
  return told.length > 0 ? told : service.link.called(site);
}

/** A method of something that is not seen, which by its name ends nothing. */
function isQuiet(service: Service, site: CallSite): boolean {
  const { callee } = site.call;
  const isSeen = service.link.called(site).every((thing) => isPlain(thing));
  return isSeen || (callee.kind === 'member' && !ENDING_NAME.test(callee.name ?? ''));
}
