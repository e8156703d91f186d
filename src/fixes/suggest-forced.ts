/** A forced close gives way to the graceful one, or waits until that had its time. */
import type { CallValue, Value } from '../facts/module-facts.js';
import type { Suggestion } from '../project/finding.js';
import type { ForcedClose } from '../project/questions/forced-closes.js';
import type { Service } from '../project/service.js';
import { makeAsync } from './asynchronous.js';
import { closeOf, type GracefulClose } from './closers.js';
import { closeLines } from './closing.js';
import { endInPlace } from './connections.js';
import { dialectOf } from './dialect.js';
import { drainOf } from './drain.js';
import { drainFor } from './in-scope.js';
import { removeEach, removeStatement } from './shutdown-body.js';
import { callSite } from './site.js';
import { type Edits, replace, type Source } from './source.js';
import { replaceStatement } from './statements.js';
import { offer, sourceIn } from './suggest.js';

export function forcedSuggestions(service: Service, { operation, graceful }: ForcedClose): readonly Suggestion[] {
  const { module, call } = operation.site;
  const source = sourceIn(service, module);
  const [thing] = operation.things;
  const close = thing && closeOf(service, thing);
  const postponed = graceful
    ? offer('postpone', postpone(service, { operation, graceful }), { seconds: String(drainFor(service, operation)?.limitSeconds) })
    : [];
  const removed = graceful ? offer('remove', removeStatement(source, call.span) ?? removeEach(source, call.span)) : [];
  const { callee } = call;
  const gentle =
    close && callee.kind === 'member' ? offer('gentle', closeInPlace(source, call, callee.object, close), { close: close.method }) : [];
  return [...postponed, ...removed, ...gentle].slice(0, 1);
}

/** The graceful close in the place of the forced one, with a wait for its end where a statement can have one. */
function closeInPlace(source: Source, { span }: CallValue, object: Value, { method, style }: GracefulClose): Edits {
  const site = callSite(source, span);
  const asynchronous = site && site.parents.length === 0 && site.step.kind === 'evaluate' ? makeAsync(source, site.function) : undefined;
  if (!site || !asynchronous) return [replace([object.span[1], span[1]], `.${method}`)];
  const lines = closeLines({ expression: `${source.text.slice(...object.span)}.${method}`, style }, dialectOf(source));
  const edit = replaceStatement(source, site, lines);
  return edit && [...asynchronous, edit];
}

/** The connections of a server are cut all at once, but later. */
function postpone(service: Service, { operation, graceful }: ForcedClose): Edits {
  const { site, things } = operation;
  const drain = drainFor(service, operation);
  const isWhole = things.every((thing) => drainOf(service, thing)?.connections === 'keep-alive');
  if (!drain || !isWhole || !graceful) return undefined;
  const isBefore = graceful.site.module === site.module && site.call.span[0] < graceful.site.call.span[0];
  return endInPlace(sourceIn(service, site.module), site.call, drain, isBefore);
}
