import { inertModules } from '../../catalogue/inert.js';
import type { Member } from '../../catalogue/shape.js';
import type { Link } from '../link.js';
import type { CallSite } from '../module.js';
import type { Reach } from '../reach.js';
import type { FunctionThing, Thing } from '../thing.js';

/** The functions from which a close, an exit or a close by somebody unknown can be reached. */
export function matteringFunctions(reach: Reach, reached: ReadonlyMap<string, FunctionThing>, root: FunctionThing): ReadonlySet<string> {
  return new Set(reach.leadingTo(reached, isTellingFunction)).add(root.id);
}

/** Names under which things are closed: a call of one on something unknown may close anything. */
export const CLOSING_NAME =
  /^(?!endsWith$|closest$|endpoint|endOf)(?:(?:force|graceful(?:ly)?)?(?:abort|close|stop|shut_?down|terminate|dispose|destroy|drain|disconnect|quit|end|exit|kill|teardown|cleanup|release))/iu;

/** Names under which a function is kept that somebody has registered: of something unknown, it may close anything as well. */
export const KEEPING_NAME = /^(?:callback|cb|fn|func|handler|hook|listener|task)$/iu;

/** Names of the methods by which a promise that somebody keeps is settled: `deferred.resolve()`, `latch.release()`. */
export const SETTLING_NAME = /^(?:resolve|fulfil|settle|finish|done|complete|release|signal|notify|callback|cb|next|set|open)(?![a-z])/u;

function isTellingFunction(reach: Reach, fn: FunctionThing): boolean {
  return reach.callsIn(fn).some((site) => isTelling(reach.link, site));
}

function isTelling(link: Link, site: CallSite): boolean {
  const { callee } = site.call;
  const targets = link.of(site.module, callee);
  const name = callee.kind === 'member' ? (callee.name ?? '') : undefined;
  // What a function that is seen does is told by its own calls, whatever its name is.
  if (name !== undefined && targets.some(isUnseen) && (CLOSING_NAME.test(name) || SETTLING_NAME.test(name))) return true;
  // The `resolve` of a promise, a callback that tells the end of something, or what was registered.
  const isCallback = callee.kind === 'reference' || (name !== undefined && KEEPING_NAME.test(name));
  if (isCallback && targets.every((thing) => thing.kind === 'unknown')) return true;
  return (
    targets.some(isTellingThing) || (targets.some(callsNow) && site.call.args.some((value) => link.of(site.module, value).some(isExit)))
  );
}

/** Whether nothing but the name of a call tells what it may do. */
export function isUnseen(thing: Thing): boolean {
  if (thing.kind === 'external') return !inertModules.has(thing.specifier);
  return (
    thing.kind !== 'function' &&
    thing.kind !== 'class' &&
    thing.kind !== 'member' &&
    thing.kind !== 'builtin' &&
    thing.kind !== 'promisified'
  );
}

function callsNow(thing: Thing): boolean {
  return thing.kind === 'member' && thing.member.calls?.some(({ role }) => role === 'now') === true;
}

function isExit(thing: Thing): boolean {
  return thing.kind === 'member' && thing.member.exits !== undefined;
}

function isTellingThing(thing: Thing): boolean {
  if (thing.kind === 'builtin') return isTellingThing(thing.receiver);
  return thing.kind === 'promisified' || (thing.kind === 'member' && isTellingMember(thing.member));
}

function isTellingMember(member: Member): boolean {
  return Boolean(member.closes ?? member.flushes ?? member.exits ?? member.aborts ?? member.awaitsEvent ?? member.timer);
}
