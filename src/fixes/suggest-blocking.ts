/** Probes and handlers that keep others waiting. */
import type { Suggestion } from '../project/finding.js';
import type { Blocking } from '../project/questions/blocking.js';
import type { BlockingProbe } from '../project/questions/blocking-probes.js';
import { handlerFunctions } from '../project/questions/handlers.js';
import type { Service } from '../project/service.js';
import { functionThing, type FunctionThing } from '../project/thing.js';
import { answerFromMemory } from './answer-from-memory.js';
import { boundProbeCall, removeProbeCall } from './probe-calls.js';
import type { Edits } from './source.js';
import { offer, sourceIn } from './suggest.js';
import { awaitCall, unblockProbeCall } from './unblock-probe-call.js';

/** Milliseconds that an inserted time-out of a probe waits: the default `timeoutSeconds` of a Kubernetes probe. */
const PROBE_TIMEOUT = 1000;

export function probeSuggestions(service: Service, { blocking, because, probe }: BlockingProbe): readonly Suggestion[] {
  const source = sourceIn(service, blocking.site.module);
  const { span } = blocking.site.call;
  const { handler } = blocking;
  const fact = handler.module.function(handler.function);
  const isHere = fact !== undefined && handler.module === blocking.site.module;
  const removed = offer('remove', removeProbeCall(source, span));
  const answered = isHere ? offer('answer', answerFromMemory(source, fact, libraryOf(service, probe.fn), probe.part)) : [];
  const last = removed.length > 0 ? removed : answered;
  if (because === 'liveness') return last;
  if (because === 'sync') return [...blockingSuggestions(service, blocking), ...last];
  const bound = offer('bound', boundProbeCall(source, { call: span, milliseconds: PROBE_TIMEOUT }));
  return [...bound, ...(bound.length > 0 ? removed : last)];
}

export function blockingSuggestions(service: Service, { site, source: blocked, member }: Blocking): readonly Suggestion[] {
  const source = sourceIn(service, site.module);
  const isAwaited = isHandler(service, functionThing(site.module, site.owner));
  if (blocked.call === site.call) return offer('async', unblockProbeCall(source, { call: site.call.span, member: member.name, isAwaited }));
  return offer('async', throughHelper(service, { site, source: blocked, member }, isAwaited));
}

/** Frameworks wait for what a handler returns, or do not look at it. */
function isHandler(service: Service, fn: FunctionThing): boolean {
  return handlerFunctions(service).some((handler) => handler.fn.id === fn.id);
}

/** The helper that blocks, and the only call of it. */
function throughHelper(
  service: Service,
  { site, source: blocked, member }: Pick<Blocking, 'site' | 'source' | 'member'>,
  isAwaited: boolean,
): Edits {
  const callers = service.link.callers(functionThing(blocked.module, blocked.owner));
  const isOnly = blocked.module === site.module && blocked.owner !== 0 && callers.length === 1 && callers[0]?.site.call === site.call;
  if (!isOnly) return undefined;
  const source = sourceIn(service, site.module);
  const unblocked = unblockProbeCall(source, { call: blocked.call.span, member: member.name, isAwaited: true });
  const awaited = awaitCall(source, site.call.span, isAwaited);
  return unblocked && awaited && [...unblocked, ...awaited];
}

/** The framework in whose words the probe answers. */
export function libraryOf(service: Service, { id }: FunctionThing): string {
  const route = service.routes.find(({ handlers }) => handlers.some((handler) => handler.id === id));
  if (route && !route.site) return '@nestjs/common';
  const called = route?.site ? service.link.called(route.site) : [];
  return called.flatMap((thing) => (thing.kind === 'member' ? [thing.library.name] : []))[0] ?? 'node:http';
}
