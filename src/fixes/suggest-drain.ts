/** A bound on what a shutdown waits for: its connections, and then the whole. */
import type { Suggestion } from '../project/finding.js';
import type { UnboundedShutdown } from '../project/questions/deadlines.js';
import type { Operation } from '../project/run/flow.js';
import type { Service } from '../project/service.js';
import type { FunctionThing } from '../project/thing.js';
import { endConnections } from './connections.js';
import { drainFor } from './in-scope.js';
import { addDeadline } from './shutdown-body.js';
import { isExpressionBody } from './site.js';
import type { Edits } from './source.js';
import { offer, sourceIn } from './suggest.js';
import { insertedDeadline } from '../project/questions/inserted-deadline.js';

export function drainSuggestions(service: Service, operation: Operation): readonly Suggestion[] {
  const seconds = String(drainFor(service, operation)?.limitSeconds);
  return offer('sweep', endHeld(service, operation), { seconds });
}

function endHeld(service: Service, operation: Operation): Edits {
  const drain = drainFor(service, operation);
  const { module, call } = operation.site;
  return drain && endConnections(sourceIn(service, module), call, drain);
}

/** Somebody looks after connections already: with methods of servers, a header, or a library. */
const DRAINS =
  /close(?:Idle|All)Connections|Connection['"]?\s*[,:]\s*['"]close|shouldKeepAlive|http-terminator|stoppable|terminus|lightship/u;

/** Graceful closes of servers in a shutdown whose file says nothing of connections. */
function undrained(service: Service, fn: FunctionThing): readonly Operation[] {
  if (DRAINS.test(service.workspace.text(fn.module.path) ?? '')) return [];
  return service
    .run(fn)
    .operations.filter((operation) => operation.kind === 'close' && !operation.forced && operation.site.module === fn.module)
    .filter((operation) => drainFor(service, operation) !== undefined);
}

/** A deadline that only ends the process would cut requests of clients that keep their connections busy: those are told to leave. */
export function deadlineSuggestions(service: Service, { fn }: UnboundedShutdown): readonly Suggestion[] {
  const fact = fn.module.function(fn.function);
  if (!fact) return [];
  const seconds = insertedDeadline(service);
  const deadline = addDeadline(sourceIn(service, fn.module), fact, seconds);
  const calls = new Map(undrained(service, fn).map((operation) => [operation.site.call, operation]));
  const drained = isExpressionBody(fact) ? [] : [...calls.values()].flatMap((operation) => endHeld(service, operation) ?? []);
  const data = { seconds: String(seconds) };
  const both = drained.length > 0 ? offer('drain', deadline && [...deadline, ...drained], data) : [];
  return [...both, ...offer('deadline', deadline, data)];
}
