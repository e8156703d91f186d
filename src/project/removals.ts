import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { isProcess } from './signals.js';

const REMOVING = new Set(['off', 'removeListener', 'removeAllListeners']);

export function removesListener({ call: { callee } }: CallSite): boolean {
  return callee.kind === 'member' && REMOVING.has(callee.name ?? '');
}

/** `process.off('SIGTERM', stop)`. */
export function removesFromProcess(link: Link, site: CallSite): boolean {
  const { callee } = site.call;
  return callee.kind === 'member' && removesListener(site) && link.known(site.module, callee.object).some(isProcess);
}
