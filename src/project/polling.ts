import { contains } from '../facts/spans.js';
import type { LoopStep } from '../facts/module-facts.js';
import { endlessLoopsIn, toldLoopsIn } from './endless-loops.js';
import type { Link } from './link.js';
import type { Reach } from './reach.js';
import type { FunctionThing } from './thing.js';

/** Whoever asks a person is a tool. */
const ASKING = /\b(?:question|prompts?|readline|stdin|inquirer|enquirer)\b/iu;

/** Takes work in an endless loop: each round asks something outside of the process. */
export function pollsForever(link: Link, reach: Reach, fn: FunctionThing): boolean {
  const body = fn.module.function(fn.function)?.body ?? [];
  return endlessLoopsIn(fn.module, body).some((loop) => takesTurns(link, reach, fn, loop));
}

/** The same, until it is told to stop. */
export function pollsUntilTold(link: Link, reach: Reach, fn: FunctionThing): boolean {
  const body = fn.module.function(fn.function)?.body ?? [];
  return toldLoopsIn(fn.module, body).some((loop) => takesTurns(link, reach, fn, loop));
}

function takesTurns(link: Link, reach: Reach, fn: FunctionThing, { span }: LoopStep): boolean {
  if (ASKING.test(link.workspace.text(fn.module.path)?.slice(...span) ?? '')) return false;
  const sites = reach.callsIn(fn).filter(({ call }) => contains(span, call.span));
  const led = reach.from(sites.flatMap((site) => reach.targetsOf(site)));
  return [...sites, ...[...led.values()].flatMap((inner) => reach.callsIn(inner))].some((site) =>
    link.called(site).some((thing) => thing.kind === 'member' && thing.member.io !== undefined),
  );
}
