import type { CallSite } from './module.js';
import type { Service } from './service.js';

/** `process.kill(process.pid)`: the signal goes to the process itself. */
export function isToItself(service: Service, { module, call }: CallSite): boolean {
  const [pid] = call.args;
  return pid !== undefined && /^(?:process\.)?pid$/u.test(service.text(module, pid.span));
}
