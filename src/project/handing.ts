import type { Value } from '../facts/module-facts.js';
import { walkValue } from '../facts/walk.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import type { ResourceThing } from './thing.js';

/** Whether the value hands the thing on, itself or inside something; a property or method of it alone says nothing. */
export function handsOn(link: Link, module: Module, value: Value, { id }: ResourceThing): boolean {
  const objects = new Set<Value>();
  let found = false;
  walkValue(value, (inner) => {
    if (inner.kind === 'member') objects.add(inner.object);
    if (objects.has(inner) || (inner.kind !== 'reference' && inner.kind !== 'member')) return;
    found ||= link.of(module, inner).some((one) => one.id === id);
  });
  return found;
}
