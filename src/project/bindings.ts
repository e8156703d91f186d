import type { BindingFact, ParameterFact, Source, Value } from '../facts/module-facts.js';
import { annotated } from './annotations.js';
import { elementAt } from './elements.js';
import { imported } from './imports.js';
import type { Caller, Link } from './link.js';
import type { Module } from './module.js';
import { property } from './property.js';
import { injected } from './provisions.js';
import { awaited, collectionThing, functionThing, union, type Thing, type Things } from './thing.js';

/** What a variable may hold: everything ever written to it; its annotation where that says nothing. */
export function bindingThings(link: Link, module: Module, id: number): Things {
  const binding = module.facts.bindings[id];
  if (!binding) return [];
  if (binding.imported) return imported(link, module, binding.imported.specifier, binding.imported.name);
  const written = union(...binding.sources.map((source) => sourceThings(link, module, binding, source)));
  if (written.some(isTelling)) return written;
  const given = binding.kind === 'parameter' ? injected(link, module, decoratorsOf(module, binding, id)) : [];
  return given.length > 0 ? given : withAnnotation(link, module, binding, written);
}

function decoratorsOf(module: Module, { owner }: BindingFact, id: number): readonly Value[] {
  return module.function(owner)?.parameters.find(({ binding }) => binding === id)?.decorators ?? [];
}

function withAnnotation(link: Link, module: Module, binding: BindingFact, written: Things): Things {
  if (!binding.type) return written;
  const annotation = annotated(link, module, binding.type);
  return annotation.length > 0 ? annotation : written;
}

/** Whether a thing says what a value is; unknown and uncatalogued things do not. */
export function isTelling(thing: Thing): boolean {
  if (thing.kind === 'promise') return thing.of.some(isTelling);
  return thing.kind !== 'unknown' && thing.kind !== 'external' && !(thing.kind === 'constant' && thing.value === null);
}

function sourceThings(link: Link, module: Module, binding: BindingFact, source: Source): Things {
  const base = source.value ? link.of(module, source.value) : parameterThings(link, module, binding, source.parameter ?? 0);
  const reached = follow(link, base, source.path, source.value === undefined);
  return source.fallback ? union(reached, link.of(module, source.fallback)) : reached;
}

/** Steps into things as a destructuring does; a `*` is the element of a loop. */
export function follow(link: Link, things: Things, path: readonly string[], isPattern = false): Things {
  let now = things;
  let isOfMap = false;
  for (const [index, step] of path.entries()) {
    const isEntry = index > 0 || isPattern;
    const before = now;
    now = union(...before.map((thing) => stepInto(link, thing, step, isEntry && isWhole(thing, isOfMap))));
    isOfMap = step === '*' && before.some(isMap);
  }
  return now;
}

function stepInto(link: Link, thing: Thing, step: string, isValue: boolean): Things {
  if (step === '...' || (step.startsWith('*') && isValue)) return [thing];
  if (!step.startsWith('*')) return property.of(link, thing, step);
  return step === '*' || thing.kind !== 'collection' ? property.any(link, thing) : elementAt(link, thing, Number(step.slice(1)));
}

const WHOLE = new Set<Thing['kind']>(['resource', 'instance', 'function', 'promisified', 'promise', 'external', 'member']);

/** What has no elements is the value of an entry: `for (const [name, server] of servers)`. */
function isWhole(thing: Thing, isOfMap: boolean): boolean {
  return WHOLE.has(thing.kind) || (isOfMap && (thing.kind === 'object' || thing.kind === 'collection'));
}

function isMap(thing: Thing): boolean {
  const value = thing.kind === 'collection' ? thing.value : undefined;
  return value?.kind === 'call' && value.callee.kind === 'global' && value.callee.name === 'Map';
}

function parameterThings(link: Link, module: Module, binding: BindingFact, index: number): Things {
  const fn = functionThing(module, binding.owner);
  const parameter = module.function(binding.owner)?.parameters[index];
  return union(...link.callers(fn).map((caller) => givenThings(link, caller, index, parameter)));
}

/** What a caller gives to a parameter. */
export function givenThings(link: Link, caller: Caller, index: number, parameter: ParameterFact | undefined): Things {
  if (caller.things) return caller.things[index] ?? [];
  const { call, module } = caller.site;
  if (parameter?.rest) return [restThing(caller, index)];
  return union(...call.args.slice(index, index + 1).map((value) => awaitedSpread(link, module, value)));
}

/** What is left of the arguments, as the array that the function finds them in. */
function restThing({ site: { call, module } }: Caller, index: number): Thing {
  const items = call.args.slice(index);
  return {
    ...collectionThing(module, { kind: 'array', items, span: call.span }),
    id: `a:rest${String(index)}(${module.key}#${call.span.join('-')})`,
  };
}

function awaitedSpread(link: Link, module: Module, value: Parameters<Link['of']>[1]): Things {
  const things = link.of(module, value);
  return value.kind === 'spread' ? union(...awaited(things).map((thing) => property.any(link, thing))) : things;
}
