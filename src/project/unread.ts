import type { Module } from './module.js';

const known = new WeakMap<Module, ReadonlySet<number>>();

/** Whether nothing in its module asks what the variable holds. */
export function isUnread(module: Module, binding: number): boolean {
  const before = known.get(module);
  const read = before ?? new Set([...module.owners.keys()].flatMap((value) => (value.kind === 'reference' ? [value.binding] : [])));
  if (!before) known.set(module, read);
  return !read.has(binding);
}
