import { hash } from 'node:crypto';

let last = { text: '', found: hash('sha1', '', 'base64url') };

/** The text of a linted file is compared in several places, one after the other. */
export function hashOf(text: string): string {
  if (last.text !== text) last = { text, found: hash('sha1', text, 'base64url') };
  return last.found;
}
