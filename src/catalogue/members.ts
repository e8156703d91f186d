import type { Member } from './shape.js';

/** The same member under several names, separated by blanks. */
export function each(names: string, member: Member): Readonly<Record<string, Member>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, member]));
}
