import type { Value } from '../../facts/module-facts.js';
import type { Module } from '../module.js';
import type { Service } from '../service.js';

/** `console.error`, `logger.info.bind(logger)`: handed to somebody as it is, it does no more than log. */
export function isLogFunction({ link }: Service, module: Module, value: Value | undefined): boolean {
  const things = value ? link.known(module, value) : [];
  return things.length > 0 && things.every((thing) => thing.kind === 'member' && thing.member.logs === true);
}
