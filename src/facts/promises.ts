import type { CallValue, Value } from './module-facts.js';

/** The built-in `Promise` itself, not one that the module declares. */
export function isPromiseClass(value: Value): boolean {
  return value.kind === 'global' && value.name === 'Promise';
}

/** `new Promise(…)`. */
export function isNewPromise(value: Value | undefined): value is CallValue & { readonly construct: true } {
  return value?.kind === 'call' && value.construct && isPromiseClass(value.callee);
}
