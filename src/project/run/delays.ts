/** Timers after which a shutdown begins, so that traffic goes elsewhere first: `setTimeout(shutDown, 5000)`. */
import type { CallValue } from '../../facts/module-facts.js';
import { argumentThings } from '../arguments.js';
import type { CallSite } from '../module.js';
import type { Link } from '../link.js';
import type { Reach } from '../reach.js';
import type { FunctionThing } from '../thing.js';
import { Run, type Exit } from './run.js';

/** Where a shutdown begins with a timer, what comes after that is no deadline: then it is run again. */
export function runInFull(link: Link, reach: Reach, fn: FunctionThing, done: number | undefined): Run {
  const run = new Run(link, reach, fn, { done });
  const delays = run.cut ? undefined : delaysIn(run);
  return delays && delays.size > 0 ? new Run(link, reach, fn, { done, delays }) : run;
}

/** None, where anything is closed before a timer goes off: then it is a deadline, or cuts what is left. */
function delaysIn(run: Run): ReadonlySet<CallValue> {
  const closing = run.beginnings.filter(({ operation }) => operation.kind === 'close' && !operation.forced);
  if (closing.length === 0 || !run.beginnings.every(({ flow }) => flow.late)) return new Set();
  const timers = run.timers.filter(
    (timer) =>
      closing.some(({ operation }) => isWithin(operation.stack, timer)) &&
      !isUnreferenced(run, timer) &&
      !onlyCuts(
        run,
        run.exits.filter(({ stack }) => isWithin(stack, timer)),
      ),
  );
  return new Set(timers.map(({ call }) => call));
}

function isWithin(stack: readonly CallSite[], { call }: CallSite): boolean {
  return stack.some((site) => site.call === call);
}

/** Each way ends with an error code: the time is up. */
function onlyCuts({ link }: Run, exits: readonly Exit[]): boolean {
  return (
    exits.length > 0 &&
    exits.every(({ site }) => {
      const [code] = argumentThings(link, site, 0);
      return code?.kind === 'constant' && code.value !== 0;
    })
  );
}

/** A delay that does not hold the process would end it before the shutdown. */
function isUnreferenced({ link }: Run, timer: CallSite): boolean {
  return timer.module.calls.some(
    ({ module, call: { callee } }) =>
      callee.kind === 'member' &&
      callee.name === 'unref' &&
      link.of(module, callee.object).some((thing) => thing.kind === 'resource' && thing.origin?.call === timer.call),
  );
}
