import type { Value } from '../../facts/module-facts.js';
import { parts } from '../../facts/walk.js';

/** Most of what a program writes does nothing but look at variables: then there is only to know which, and that is found once. */
const looks = new WeakMap<Value, readonly Value[] | false>();

/** The variables and fields that a value is made of; undefined when it does more than to look at them. */
export function looked(value: Value): readonly Value[] | undefined {
  const known = looks.get(value) ?? find(value);
  looks.set(value, known);
  return known === false ? undefined : known;
}

function find(value: Value): readonly Value[] | false {
  switch (value.kind) {
    case 'call':
    case 'await':
    case 'choice':
    case 'assign':
      return false;
    case 'reference':
      return [value];
    case 'member':
      if (!parts(value).every((part) => looked(part))) return false;
      return value.name === 'promise' ? [value, value.object] : [value];
    default: {
      const found = parts(value).map(looked);
      return found.every((part) => part !== undefined) ? found.flat() : false;
    }
  }
}
