import type { CallValue } from '../../facts/module-facts.js';
import { argumentThings } from '../arguments.js';
import type { CallSite } from '../module.js';
import type { Link } from '../link.js';
import { numbersOf } from '../numbers.js';
import { takesWork } from '../starts.js';
import type { MemberThing } from '../thing.js';
import type { Run } from './run.js';
import type { Beginning, Exit } from './traces.js';

const NONE: ReadonlySet<CallValue> = new Set();

/** The run once it is known which of its timers delay the shutdown. */
export function delayedRun(make: (delays: ReadonlySet<CallValue>) => Run): Run {
  const run = make(NONE);
  const delays = delaysIn(run);
  return delays.size === 0 ? run : make(delays);
}

/** Timers of the run in which the shutdown itself stands, rather than the end of one that hangs: routers are given time first. */
function delaysIn(run: Run): ReadonlySet<CallValue> {
  const timers = new Set(run.beginnings.filter(isGraceful).map(({ operation }) => timerOf(run, operation.stack)));
  const [delay] = timers;
  const isSole = timers.size === 1 && delay !== undefined;
  return isSole && !run.cut && !isHidden(run) && !isBegunElsewhere(run, delay) && !isLastResort(run, delay) ? new Set([delay]) : NONE;
}

function isGraceful({ operation: { kind, forced }, flow }: Beginning): boolean {
  return kind === 'close' && flow.late && !forced && !flow.failed;
}

/** The outermost timer that leads there. */
function timerOf({ timers }: Run, stack: readonly CallSite[]): CallValue | undefined {
  return stack.find(({ call }) => timers.has(call))?.call;
}

/** Something that is not seen may be the shutdown. */
function isHidden({ end, exits }: Run): boolean {
  return end?.unseen === true || exits.some(({ flow }) => flow.unseen);
}

/** Work is refused before, or beside, what the timer does; or what it closes is only closed once more. */
function isBegunElsewhere(run: Run, delay: CallValue): boolean {
  const isOwn = ({ operation }: Beginning): boolean => timerOf(run, operation.stack) === delay;
  const own = new Set(run.beginnings.filter(isOwn).flatMap(({ operation }) => operation.things.map(({ id }) => id)));
  const elsewhere = run.beginnings.filter((beginning) => !beginning.flow.failed && !isOwn(beginning));
  return elsewhere.some(
    ({ operation: { things } }) => things.length === 0 || things.some((thing) => takesWork(thing) || own.has(thing.id)),
  );
}

/** It ends the process with an error, whatever is closed on the way. */
function isLastResort(run: Run, delay: CallValue): boolean {
  const own = run.exits.filter(({ stack }) => stack.findLast(({ call }) => run.timers.has(call))?.call === delay);
  return own.length > 0 && own.every((exit) => isFailure(run, exit));
}

function isFailure({ link }: Run, { site }: Exit): boolean {
  const codes = argumentThings(link, site, 0);
  return codes.length > 0 && codes.every((code) => code.kind === 'constant' && code.value !== 0);
}

/** Waits for less time than anybody means as a deadline, if that is seen. */
export function isBrief(link: Link, { module, call }: CallSite, argument = 1): boolean {
  const delay = call.args[argument];
  const waits = delay && numbersOf(link, module, delay);
  return waits !== undefined && waits.length > 0 && Math.max(...waits) < BRIEF;
}

/** Milliseconds. */
const BRIEF = 1000;

/** Runs before anything that was begun can be over. */
export function isImmediate({ call }: CallSite, { member, name }: MemberThing): boolean {
  if (member.timer !== 'once' || member.promise === true) return false;
  const delay = call.args[1];
  return name === 'setImmediate' || (name === 'setTimeout' && (!delay || (delay.kind === 'literal' && delay.value === 0)));
}
