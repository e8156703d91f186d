import type { ArgumentPath, Condition } from '../catalogue/shape.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { property } from './property.js';
import { union, type Things } from './thing.js';

/** What stands at an argument, or at a property inside it: `1.onSignal`; `0.*` is each property's value. */
export function argumentThings(link: Link, site: CallSite, at: ArgumentPath): Things {
  const [first, ...path] = String(at).split('.');
  const value = site.call.args[Number(first)];
  if (!value) return [];
  const base = link.of(site.module, value);
  return path.reduce<Things>(
    (now, step) => union(...now.map((thing) => (step === '*' ? property.any(link, thing) : property.of(link, thing, step)))),
    base,
  );
}

/** Whether something stands there at all: `yes`, `no`, or `unknown` when the options object cannot be seen. */
export function argumentGiven(link: Link, site: CallSite, at: ArgumentPath): 'yes' | 'no' | 'unknown' {
  const [first, ...path] = String(at).split('.');
  const value = site.call.args[Number(first)];
  if (!value) return site.call.args.some((arg) => arg.kind === 'spread') ? 'unknown' : 'no';
  if (path.length === 0) return 'yes';
  const objects = link.known(site.module, value).filter((thing) => thing.kind !== 'constant' && thing.kind !== 'function');
  if (objects.length === 0) return 'no';
  if (objects.some((thing) => thing.kind !== 'object')) return 'unknown';
  const found = argumentThings(link, site, at).filter((thing) => thing.kind !== 'unknown');
  if (found.length > 0) return 'yes';
  return objects.some((thing) => thing.kind === 'object' && namesProperty(thing.value.properties, path[0] ?? '')) ? 'yes' : 'no';
}

function namesProperty(properties: readonly { readonly name?: string }[], name: string): boolean {
  return properties.some((property) => property.name === name);
}

/** Whether a condition of the catalogue holds for this call. */
export function conditionHolds(link: Link, site: CallSite, condition: Condition): 'yes' | 'no' | 'unknown' {
  const answer = condition.given === undefined ? valueHolds(link, site, condition) : givenHolds(link, site, condition);
  if (!condition.not || answer === 'unknown') return answer;
  return answer === 'yes' ? 'no' : 'yes';
}

function givenHolds(link: Link, site: CallSite, condition: Condition): 'yes' | 'no' | 'unknown' {
  const given = argumentGiven(link, site, condition.at);
  if (given === 'unknown') return given;
  return (given === 'yes') === condition.given ? 'yes' : 'no';
}

function valueHolds(link: Link, site: CallSite, condition: Condition): 'yes' | 'no' | 'unknown' {
  const wanted = Array.isArray(condition.is) ? condition.is : [condition.is];
  const given = argumentGiven(link, site, condition.at);
  if (given !== 'yes') return given;
  const things = argumentThings(link, site, condition.at);
  if (condition.literal !== undefined && things.every((thing) => thing.kind === 'constant')) {
    return things.length > 0 && things.every(({ value }) => typeof value === condition.literal) ? 'yes' : 'unknown';
  }
  if (things.length === 0 || things.some((thing) => thing.kind !== 'constant')) return 'unknown';
  return things.every((thing) => thing.kind === 'constant' && wanted.includes(thing.value)) ? 'yes' : 'no';
}

/** The texts among some things. */
export function texts(things: Things): readonly string[] {
  return things.flatMap((thing) => (thing.kind === 'constant' && typeof thing.value === 'string' ? [thing.value] : []));
}
