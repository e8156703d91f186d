/** What runs the first time alone, since the result is kept: `cached ??= read()`, `if (!Server.instance) Server.instance = new Server()`. */
import type { AssignValue, Span, Step, Value } from '../../facts/module-facts.js';
import { contains } from '../../facts/spans.js';
import { allValues, walkValue } from '../../facts/walk.js';
import { branches, mentions } from '../guards.js';
import type { CallSite, Module } from '../module.js';

const known = new WeakMap<readonly Step[], readonly Span[]>();

export function runsFirstTimeOnly({ module, call, owner }: CallSite): boolean {
  return keptIn(module, owner).some((span) => contains(span, call.span));
}

/** The values in a function that are computed once, and kept by what outlives the function. */
function keptIn(module: Module, owner: number): readonly Span[] {
  const body = module.function(owner)?.body ?? [];
  const before = known.get(body);
  if (before) return before;
  const spans = allValues(body).flatMap((value) =>
    value.kind === 'assign' && outlives(module, owner, value) && isAskedFirst(body, value) ? [value.value.span] : [],
  );
  known.set(body, spans);
  return spans;
}

function outlives(module: Module, owner: number, { target }: AssignValue): boolean {
  if (target.kind === 'binding') return module.facts.bindings[target.binding]?.owner !== owner;
  return target.kind === 'member' && target.name !== undefined;
}

function isAskedFirst(body: readonly Step[], value: AssignValue): boolean {
  if (value.operator === '??=' || value.operator === '||=') return true;
  return branches(body).some(({ test, span }) => span[0] <= value.span[0] && asksOnlyFor(test, value));
}

/** Nothing else decides, the age of what is kept for example. */
function asksOnlyFor(test: Value, { target }: AssignValue): boolean {
  const name = target.kind === 'binding' ? `#${String(target.binding)}` : target.kind === 'member' ? `.${target.name ?? ''}` : '';
  if (!mentions(test, new Set([name]))) return false;
  let others = 0;
  walkValue(test, (value) => {
    if (value.kind === 'call' || (value.kind === 'operation' && ARITHMETIC.test(value.operator))) others += 1;
  });
  return others === 0;
}

const ARITHMETIC = /^(?:[<>]=?|[-+*/%]|&&|\|\|)$/u;
