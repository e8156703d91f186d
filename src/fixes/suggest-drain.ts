/** A bound on what a shutdown waits for: its connections, and then the whole. */
import type { Suggestion } from '../project/finding.js';
import { heldCloses } from '../project/questions/connections.js';
import type { UnboundedShutdown } from '../project/questions/deadlines.js';
import type { Operation } from '../project/run/flow.js';
import type { Service } from '../project/service.js';
import { endConnections } from './connections.js';
import { drainFor } from './drain.js';
import { addDeadline } from './shutdown-body.js';
import { isExpressionBody } from './site.js';
import type { Edits } from './source.js';
import { offer, sourceIn } from './suggest.js';

export function drainSuggestions(service: Service, operation: Operation): readonly Suggestion[] {
  const seconds = String(drainFor(service, operation)?.limitSeconds);
  return offer('sweep', endHeld(service, operation), { seconds });
}

function endHeld(service: Service, operation: Operation): Edits {
  const drain = drainFor(service, operation);
  const { module, call } = operation.site;
  return drain && endConnections(sourceIn(service, module), call, drain);
}

/** A deadline that only ends the process would cut requests of clients that keep their connections busy: those are told to leave. */
export function deadlineSuggestions(service: Service, { fn }: UnboundedShutdown): readonly Suggestion[] {
  const fact = fn.module.function(fn.function);
  if (!fact) return [];
  const seconds = service.settings.deadlineSeconds;
  const deadline = addDeadline(sourceIn(service, fn.module), fact, seconds);
  const held = heldCloses(service).filter(({ operation: { site } }) => site.module === fn.module);
  const calls = new Map(held.map(({ operation }) => [operation.site.call, operation]));
  const drained = isExpressionBody(fact) ? [] : [...calls.values()].flatMap((operation) => endHeld(service, operation) ?? []);
  const data = { seconds: String(seconds) };
  return drained.length > 0
    ? [...offer('drain', deadline && [...deadline, ...drained], data), ...offer('deadline', deadline, data)]
    : offer('deadline', deadline, data);
}
