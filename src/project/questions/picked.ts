/** Calls of one function out of many, of which a key tells which: `routes[name](request)`, `routes.get(name)(request)`. */
import type { Value } from '../../facts/module-facts.js';
import type { Link } from '../link.js';
import type { CallSite, Module } from '../module.js';
import { repetitionOf } from '../repetition.js';

/** A loop over all keys picks each of them in turn. */
export function picksOne(link: Link, { module, call, owner }: CallSite): boolean {
  return isPicked(link, module, call.callee) && repetitionOf(link, { module, owner, span: call.span }) === undefined;
}

function isPicked(link: Link, module: Module, value: Value): boolean {
  if (value.kind === 'member') return value.name === undefined && value.key !== undefined;
  if (value.kind === 'call')
    return value.callee.kind === 'member' && value.callee.name === 'get' && isMap(link, module, value.callee.object);
  if (value.kind !== 'reference') return false;
  const [source, ...others] = module.facts.bindings[value.binding]?.sources ?? [];
  const given = others.length === 0 && source?.path.length === 0 ? source.value : undefined;
  return given !== undefined && given.kind !== 'reference' && isPicked(link, module, given);
}

function isMap(link: Link, module: Module, value: Value): boolean {
  return link.of(module, value).some(({ kind }) => kind === 'collection');
}
