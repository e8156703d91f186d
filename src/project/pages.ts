import { undescribed } from '../catalogue/undescribed.js';
import type { CallSite, Module } from './module.js';

const SENDING: ReadonlySet<string> = new Set(undescribed.pages);

/** Whether the call stands in a function that is sent to a page: `page.evaluate(() => setInterval(poll, 100))`. */
export function runsInPage({ module, owner }: CallSite): boolean {
  for (let fn = owner; fn > 0; fn = module.function(fn)?.owner ?? 0) if (isSent(module, fn)) return true;
  return false;
}

function isSent(module: Module, fn: number): boolean {
  return module.calls.some(
    ({ call: { callee, args } }) =>
      callee.kind === 'member' &&
      SENDING.has(callee.name ?? '') &&
      args.some((value) => value.kind === 'function' && value.function === fn),
  );
}
