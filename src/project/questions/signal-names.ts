import os from 'node:os';
import type { Span, Value } from '../../facts/module-facts.js';
import { walkValue } from '../../facts/walk.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';

export interface WrongSignal {
  readonly site: CallSite;
  /** The text with the name, quotes included; the registration when it stands elsewhere. */
  readonly span: Span;
  readonly name: string;
  readonly because: 'uncatchable' | 'unknown' | 'reserved';
  /** What was certainly meant. */
  readonly meant?: string;
}

const UNCATCHABLE = new Set(['SIGKILL', 'SIGSTOP']);
/** Names of other platforms than this one are right there. */
const KNOWN = new Set([...Object.keys(os.constants.signals), 'SIGBREAK', 'SIGINFO', 'SIGLOST', 'SIGEMT', 'SIGPOLL', 'SIGPWR', 'SIGSTKFLT', 'SIGUNUSED', 'SIGCLD']);
/** What listeners for termination are written for, likeliest first. */
const MEANT = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'];
const LISTENING = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']);

/** Signals that cannot be listened for, do not exist, or belong to the inspector. */
export function wrongSignals(service: Service): readonly WrongSignal[] {
  return service.calls.flatMap((site) => {
    const { callee, args } = site.call;
    const [event] = args;
    if (callee.kind !== 'member' || !LISTENING.has(callee.name ?? '') || !event || args.length < 2) return [];
    const isProcess = service.link.of(site.module, callee.object).some((thing) => thing.kind === 'resource' && thing.library.name === 'node:process');
    return isProcess ? namesIn(service, site, event).flatMap(({ name, span }) => judged(site, name, span)) : [];
  });
}

function namesIn(service: Service, site: CallSite, event: Value): readonly { readonly name: string; readonly span: Span }[] {
  return service.link.of(site.module, event).flatMap((thing) => {
    if (thing.kind !== 'constant' || typeof thing.value !== 'string') return [];
    return [{ name: thing.value, span: literalSpan(site, event, thing.value) ?? site.call.span }];
  });
}

/** Where the name is written: in the call, or the only place in the module that has it in an array, a constant or an object. */
function literalSpan(site: CallSite, event: Value, name: string): Span | undefined {
  const spans: Span[] = [];
  const note = (value: Value): void => {
    if (value.kind === 'literal' && value.value === name) spans.push(value.span);
  };
  walkValue(event, note);
  if (spans.length > 0) return spans[0];
  for (const binding of site.module.facts.bindings) for (const { value } of binding.sources) if (value) walkValue(value, note);
  for (const { call } of site.module.calls) walkValue(call.callee, note);
  return new Set(spans.map(([start]) => start)).size === 1 ? spans[0] : undefined;
}

function judged(site: CallSite, name: string, span: Span): readonly WrongSignal[] {
  const wrong = { site, span, name };
  if (UNCATCHABLE.has(name)) return [{ ...wrong, because: 'uncatchable' }];
  if (name === 'SIGUSR1') return [{ ...wrong, because: 'reserved' }];
  if (KNOWN.has(name) || !/^_?SIG[A-Z0-9_]{1,9}$/iu.test(name)) return [];
  const meant = MEANT.find((one) => distance(one, name.toUpperCase()) <= 2);
  return [{ ...wrong, because: 'unknown', ...(meant !== undefined && { meant }) }];
}

/** Letters to add, drop or change, neighbours swapped counting as two. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
