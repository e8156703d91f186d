import type { ArgumentPath, Condition } from '../catalogue/shape.js';
import type { Value } from '../facts/module-facts.js';
import type { Link } from './link.js';
import type { CallSite, Module } from './module.js';
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
  if (isText(link, site.module, value)) return 'no';
  const objects = link.known(site.module, value).filter((thing) => thing.kind !== 'constant' && thing.kind !== 'function');
  if (objects.length === 0) return 'no';
  if (objects.some((thing) => thing.kind !== 'object')) return 'unknown';
  const found = argumentThings(link, site, at).filter((thing) => thing.kind !== 'unknown');
  if (found.length > 0) return 'yes';
  return objects.some((thing) => thing.kind === 'object' && namesProperty(thing.value.properties, path[0] ?? '')) ? 'yes' : 'no';
}

/** Certainly a text, whatever it says: a template, a variable of the environment. */
function isText(link: Link, module: Module, value: Value, depth = 0): boolean {
  if (depth > 4) return false;
  switch (value.kind) {
    case 'template':
      return true;
    case 'literal':
      return typeof value.value === 'string';
    case 'operation':
      return value.operator === '+' && value.operands.some((operand) => isText(link, module, operand, depth + 1));
    case 'choice':
      return value.operator !== '&&' && value.options.every((option) => isText(link, module, option, depth + 1));
    case 'member':
      return isEnvironment(link, module, value.object);
    case 'reference':
      return (module.facts.bindings[value.binding]?.sources ?? [{ path: [] }]).every(
        (source) =>
          source.value !== undefined &&
          (source.path.length === 0 ? isText(link, module, source.value, depth + 1) : isEnvironment(link, module, source.value)),
      );
    default:
      return false;
  }
}

function isEnvironment(link: Link, module: Module, value: Value): boolean {
  if (value.kind !== 'member' || value.name !== 'env') return false;
  return link.of(module, value.object).some((thing) => thing.kind === 'resource' && thing.library.name === 'node:process');
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
