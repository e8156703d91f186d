import { inert } from '../catalogue/inert.js';
import type { CallValue } from '../facts/module-facts.js';

const members: ReadonlyMap<string, 'all' | readonly string[]> = new Map(Object.entries(inert));

/** Whether nothing that the call is given is called by it: `JSON.stringify(jobs)`, `new Error(message)`. */
export function callsNothing({ callee }: CallValue): boolean {
  if (callee.kind === 'global') return members.get(callee.name) === 'all';
  if (callee.kind !== 'member' || callee.object.kind !== 'global' || callee.name === undefined) return false;
  const known = members.get(callee.object.name) ?? [];
  return known === 'all' || known.includes(callee.name);
}
