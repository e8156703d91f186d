import { undescribed } from '../catalogue/undescribed.js';
import type { CallValue } from '../facts/module-facts.js';

const inert: ReadonlyMap<string, 'all' | readonly string[]> = new Map(Object.entries(undescribed.inert));

/** Whether nothing that the call is given is called by it: `JSON.stringify(jobs)`, `new Error(message)`. */
export function callsNothing({ callee }: CallValue): boolean {
  if (callee.kind === 'global') return inert.get(callee.name) === 'all';
  if (callee.kind !== 'member' || callee.object.kind !== 'global' || callee.name === undefined) return false;
  const members = inert.get(callee.object.name) ?? [];
  return members === 'all' || members.includes(callee.name);
}
