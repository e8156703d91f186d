/** Calls that are no part of what a function does to the service. */
import type { Link } from './link.js';
import type { CallSite } from './module.js';

/** Objects whose calls write to a log, by their usual names. */
export const LOGGER = /(?:^|\.)(?:console|log|logger)$/iu;

const LEVELS = new Set(['trace', 'debug', 'verbose', 'info', 'log', 'notice', 'warn', 'warning', 'error', 'fatal']);

/** `logger.info(…)`: what happens inside, as a file that is full and gives way to another, is no part of what the caller does. */
export function writesLog({ module, call: { callee } }: CallSite): boolean {
  if (callee.kind !== 'member' || !LEVELS.has(callee.name ?? '')) return false;
  const { object } = callee;
  const name =
    object.kind === 'reference' ? module.facts.bindings[object.binding]?.name : object.kind === 'member' ? object.name : undefined;
  return name !== undefined && LOGGER.test(name);
}

/** By its name it only answers: `isLocal(process.env.NODE_ENV)`. */
export function isQuestion(link: Link, site: CallSite): boolean {
  return /^(?:is|are|has|should|can|was)[A-Z_]/u.test(link.nameOf(site));
}
