/** Middleware that makes a session for whoever brings none, and so one for each probe. */
import { undescribed } from '../../catalogue/undescribed.js';
import type { CallValue, Value } from '../../facts/module-facts.js';
import { conditionHolds } from '../arguments.js';
import type { Module } from '../module.js';
import type { Service } from '../service.js';

/** With `saveUninitialized: false` a request without a cookie touches no store; what is not seen may say so. */
export function storesEach({ link }: Service, module: Module, value: Value): boolean {
  const call = madeBy(module, value);
  if (!call || !link.called({ module, call }).some((thing) => thing.kind === 'external' && SESSIONS.has(thing.specifier))) return false;
  return conditionHolds(link, { module, call, owner: 0 }, { at: '0.saveUninitialized', is: false }) === 'no';
}

const SESSIONS: ReadonlySet<string> = new Set(undescribed.sessions);

function madeBy({ facts }: Module, value: Value): CallValue | undefined {
  if (value.kind === 'call') return value;
  if (value.kind !== 'reference') return undefined;
  const [source, ...others] = facts.bindings[value.binding]?.sources ?? [];
  return source?.value?.kind === 'call' && others.length === 0 ? source.value : undefined;
}
