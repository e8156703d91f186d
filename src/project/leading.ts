import type { Link } from './link.js';
import type { CallSite } from './module.js';
import type { Passed } from './passing.js';
import type { Reach } from './reach.js';
import type { FunctionThing } from './thing.js';

/** What a function leads to when it runs. */
export interface Edges {
  /** Whoever passes what. */
  readonly functions: readonly FunctionThing[];
  /** Those among them that do not depend on who calls the function, or the one that made it. */
  readonly own: readonly FunctionThing[];
  /** Where the others come from. */
  readonly passed: readonly Passed[];
  /** Names of methods that are called on something unknown. */
  readonly names: readonly string[];
}

/** Where functions lead to. */
export interface Leading extends Pick<Reach, 'link' | 'passing' | 'companions' | 'callsIn' | 'edges' | 'edgesAt' | 'methodsNamed'> {
  /** Whether a call never runs, though what it stands in does. */
  readonly leavesOut?: (site: CallSite) => boolean;
}

/** The name of the method, where the call is made on something unknown. */
export function unknownName(link: Link, { module, call }: CallSite): readonly string[] {
  const { callee } = call;
  if (callee.kind !== 'member' || callee.name === undefined) return [];
  return link.known(module, callee).some((thing) => thing.kind === 'unknown') ? [callee.name] : [];
}
