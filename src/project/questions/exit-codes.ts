import { isTelling } from '../bindings.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';

/** The code that an exit certainly ends with; a missing argument is 0. */
export function exitCode(service: Service, { module, call, owner }: CallSite): number | undefined {
  const at = exitCodeAt(service, { module, call, owner });
  if (at === undefined) return undefined;
  const code = call.args[at];
  // By another name it may be bound to a code: `process.exit.bind(process, 16)`.
  if (!code && at === 0) return /exit$/iu.test(service.link.nameOf({ module, call })) ? 0 : undefined;
  if (!code) return 0;
  const things = service.link.of(module, code).filter(isTelling);
  const [only] = things;
  return things.length === 1 && only?.kind === 'constant' && typeof only.value === 'number' ? only.value : undefined;
}

/** Where the code stands among the arguments: `process.exit(1)`, `setTimeout(process.exit, 1000, 1)`; undefined where somebody else gives it. */
export function exitCodeAt(service: Service, { module, call }: CallSite): number | undefined {
  if (service.link.called({ module, call }).some((thing) => thing.kind === 'member' && thing.member.exits !== undefined)) return 0;
  const { callee, args } = call;
  const name = callee.kind === 'member' || callee.kind === 'global' ? callee.name : undefined;
  return args[0] && /exit$/iu.test(service.text(module, args[0].span)) ? CODES.get(name ?? '') : undefined;
}

const CODES: ReadonlyMap<string, number> = new Map([
  ['setTimeout', 2],
  ['setImmediate', 1],
  ['nextTick', 1],
]);
