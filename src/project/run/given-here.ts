import type { Caller } from '../link.js';
import type { CallSite } from '../module.js';
import { parametersIn, passedAsCallee, type Passed } from '../passing.js';
import { property } from '../property.js';
import { follow } from '../bindings.js';
import { union, type Things } from '../thing.js';
import type { Frame } from './functions.js';

/** What a call may call on this way: a parameter holds what the very call gave by which its function runs. */
export function calledHere({ run, fn, stack }: Frame, site: CallSite): Things {
  const all = run.reached.called(site);
  if (all.length < 2 || stack.length === 0) return all;
  const passed = passedAsCallee(site);
  if (passed.length === 0 || passed.some(({ receiver }) => receiver.id !== fn.id)) return all;
  const given = passed.map((one) => givenBy(run, one, stack));
  if (given.some((things) => things === undefined)) return all;
  const here = new Set(given.flatMap((things) => (things ?? []).map(({ id }) => id)));
  const some = all.filter(({ id }) => here.has(id));
  return some.length === 0 && here.size > 0 ? all : some;
}

/** Whether what a function does depends on who calls it: then it is run again for each call. */
export function dependsOnCaller(run: Frame['run'], fn: Frame['fn']): boolean {
  return run.reach.edges(fn).passed.some(({ receiver }) => receiver.id === fn.id);
}

/** Undefined where it is not known which of the calls gave it, or what that gives. */
function givenBy({ link, reach }: Frame['run'], passed: Passed, stack: readonly CallSite[]): Things | undefined {
  const site = stack.at(-1);
  const caller = site && link.callers(passed.receiver).find((one) => one.site.call === site.call);
  if (!site || !caller) return undefined;
  const elements = caller.things && elementsOf({ link, reach }, caller, stack.slice(0, -1));
  if (!elements) return reach.passing.by(caller, passed).things;
  return passed.index === 0 ? follow(link, elements, passed.path, true) : undefined;
}

/** `handlers.map(run)` in a function that is given the list. */
function elementsOf(
  { link, reach }: Pick<Frame['run'], 'link' | 'reach'>,
  { site }: Caller,
  stack: readonly CallSite[],
): Things | undefined {
  const { callee } = site.call;
  const [list, ...others] = callee.kind === 'member' ? parametersIn(site.module, callee.object) : [];
  const outer = stack.at(-1);
  if (!list || others.length > 0 || !outer) return undefined;
  const caller = link.callers(list.receiver).find((one) => one.site.call === outer.call);
  if (!caller || caller.things) return undefined;
  return union(...reach.passing.by(caller, list).things.map((thing) => property.any(link, thing)));
}
