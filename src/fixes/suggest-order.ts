/** Repairs of a shutdown that closes what is still used. */
import type { Suggestion } from '../project/finding.js';
import type { CallSite, Module } from '../project/module.js';
import type { Disorder } from '../project/questions/order.js';
import type { ShutdownRoot } from '../project/questions/shutdown-roots.js';
import type { Operation } from '../project/run/flow.js';
import type { Service } from '../project/service.js';
import type { Serving } from '../project/serving.js';
import { makeAsync } from './asynchronous.js';
import type { AwaitableStyle } from './await-close.js';
import { isCloseOf, liveThings } from './closers.js';
import { closersAt } from './in-scope.js';
import { dialectOf } from './dialect.js';
import { drainedMethod, drainedRegistration } from './drained-hook.js';
import { drainLines } from './drain.js';
import { reorder } from './reorder.js';
import { callSite, isExpressionBody } from './site.js';
import type { Edits, Source } from './source.js';
import { insertBefore, isBraceless } from './statements.js';
import { offer, sourceIn } from './suggest.js';
import { liveClosers, styleOf } from './suggest-exit.js';

export function orderSuggestions(service: Service, { early, place, user, root }: Disorder): readonly Suggestion[] {
  const { module } = place;
  const source = sourceIn(service, module);
  if (root.serving) return offer('later', drained(service, module, root, root.serving), { hook: root.serving.instead });
  if (!user) return offer('closeFirst', closeLiveFirst(service, source, place, root));
  // A listener elsewhere waits for its end: what comes after it would not.
  if (user.wait === 'callback' && user.site.call.args.length === 0) return [];
  const [first, second] = branching([...early.stack, early.site], [...user.stack, user.site]);
  const pairs = [
    [early.site, user.site],
    [first, second],
    [place, second],
  ];
  const edits = pairs.map(([one, other]) =>
    one?.module === module && other?.module === module
      ? reorder(source, { early: one.call.span, style: early.close.style, user: other.call.span, tells: tellsEnd(service, other, user) })
      : undefined,
  );
  return offer(
    'reorder',
    edits.find((one) => one !== undefined),
  );
}

/** How a call on the way to a close tells its end: by itself, or by the promise of a function of the project. */
function tellsEnd(service: Service, site: CallSite, user: Operation): AwaitableStyle | undefined {
  if (site.call === user.site.call) return styleOf(user);
  const { functions } = service.reach.edgesAt(site);
  const isAsync = functions.length > 0 && functions.every(({ module, function: id }) => module.function(id)?.async === true);
  return isAsync ? 'promise' : undefined;
}

/** The whole step comes later, where it stands in the file of its close. */
function drained(service: Service, module: Module, { fn, handover }: ShutdownRoot, serving: Serving): Edits {
  const source = sourceIn(service, module);
  if (!handover) return fn.module === module ? drainedMethod(source, fn.function, serving) : undefined;
  const takes = fn.module.function(fn.function)?.parameters.length ?? 0;
  return takes === 0 && handover.site.module === module ? drainedRegistration(source, handover.site.call.span, serving) : undefined;
}

/** Where two ways from the same function part. */
function branching(one: readonly CallSite[], other: readonly CallSite[]): readonly (CallSite | undefined)[] {
  const index = one.findIndex((site, at) => site.call !== other[at]?.call);
  return [one[index], other[index]];
}

/** What takes work and is closed by nothing, before what it uses. */
function closeLiveFirst(service: Service, source: Source, site: CallSite, root: ShutdownRoot): Edits {
  const things = liveThings(service, root.listener?.site.call);
  const fact = site.module.function(site.owner);
  const place = callSite(source, site.call.span);
  if (!fact || !place || isExpressionBody(fact) || isBraceless(source, place)) return undefined;
  const live = liveClosers(service, source, fact, site.module, things);
  const named = closersAt(service, site.module, fact.id, site.call.span).filter(({ expression }) =>
    things.some((thing) => isCloseOf(service, site.module, expression, thing)),
  );
  const closers = [...live.closers, ...named];
  const asynchronous = makeAsync(source, fact);
  if (!asynchronous || closers.length === 0) return undefined;
  return [...asynchronous, ...live.edits, insertBefore(source, place, drainLines(closers, dialectOf(source)))];
}
