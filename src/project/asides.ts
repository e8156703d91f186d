/** Calls that are no part of what a function does to the service. */
import type { Link } from './link.js';
import type { CallSite } from './module.js';

/** Objects whose calls write to a log, by their usual names. */
export const LOGGER = /(?:^|\.)(?:console|log|logger)$/iu;

/** By its name it only answers: `isLocal(process.env.NODE_ENV)`. */
export function isQuestion(link: Link, site: CallSite): boolean {
  return /^(?:is|are|has|should|can|was)[A-Z_]/u.test(link.nameOf(site));
}
