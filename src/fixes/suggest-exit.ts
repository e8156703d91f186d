/** What an exit that comes too early waits for. */
import type { CallValue, FunctionFact } from '../facts/module-facts.js';
import type { Suggestion } from '../project/finding.js';
import { endEvent } from '../project/end-events.js';
import type { Module } from '../project/module.js';
import { named } from '../project/naming.js';
import { closedWith } from '../project/ownership.js';
import { timerOf } from '../project/questions/exit-timers.js';
import { liveThings, type EarlyExit } from '../project/questions/exits.js';
import { exitCode } from '../project/questions/exit-codes.js';
import { unclosedResources } from '../project/questions/unclosed.js';
import type { Operation } from '../project/run/flow.js';
import type { Service } from '../project/service.js';
import { takesWork } from '../project/starts.js';
import type { ResourceThing } from '../project/thing.js';
import { awaitClose, type AwaitableStyle } from './await-close.js';
import { awaitEach } from './await-each.js';
import { closeBeforeExit } from './close-before-exit.js';
import { closeThenExit } from './close-then-exit.js';
import { closeOf, closerOn } from './closers.js';
import { closersAt, closeTogether, heldAt } from './in-scope.js';
import { type Closer, tellingOf, unchained } from './closing.js';
import { keepDropped } from './held.js';
import { setExitCode } from './process-exit.js';
import { type Edit, type Edits, type Source, textOf } from './source.js';
import { offer, sourceIn } from './suggest.js';

type Data = Readonly<Record<string, string>>;

export function exitSuggestions(service: Service, early: EarlyExit, data: Data): readonly Suggestion[] {
  const { exit, pending } = early;
  if (early.handle !== undefined) return [];
  const { module, call } = exit.site;
  const source = sourceIn(service, module);
  const waited = pending
    .filter(({ site }) => site.module === module)
    .flatMap((operation) => {
      const own = { ...data, closing: named.operations(service, [operation]) };
      return offer('awaitClose', waitBefore(service, early, operation), own);
    });
  const closed = pending.length === 0 ? offer('closeFirst', closeFirst(service, source, early), data) : [];
  return [...waited, ...closed, ...(endsByItself(service, early) ? offer('setExitCode', setExitCode(source, call.span), data) : [])];
}

function waitBefore(service: Service, { exit }: EarlyExit, operation: Operation): Edits {
  const { site } = operation;
  const source = sourceIn(service, site.module);
  const end = (exit.flow.late ? timerOf(service, exit) : undefined) ?? exit.site;
  const close = { call: site.call.span, style: styleOf(operation), inAwait: operation.wait === 'falsely-awaited' };
  if (site.owner === end.owner) return closeThenExit(source, { exit: end.call.span, close });
  const each = awaitEach(source, close);
  return each ?? throughHelpers(source, end.owner, operation, close);
}

/** The close stands in a function that the shutdown calls: each call on the way is waited for. */
function throughHelpers(source: Source, owner: number, { stack, site }: Operation, close: Parameters<typeof awaitClose>[1]): Edits {
  const from = stack.findIndex((frame) => frame.module === site.module && frame.owner === owner);
  const frames = from === -1 ? [] : stack.slice(from);
  if (frames.length === 0 || frames.some(({ module }) => module !== site.module)) return undefined;
  const all = [
    awaitClose(source, close),
    ...frames.map(({ call }) => awaitClose(source, { call: call.span, style: 'promise', inAwait: false })),
  ];
  const edits = all.filter((one) => one !== undefined);
  return edits.length === all.length ? edits.flat() : undefined;
}

export function styleOf({ close, things }: Pick<Operation, 'close' | 'things'>): AwaitableStyle {
  const telling = tellingOf(close, endEvent(close, things));
  return telling === 'sync' || telling === 'detached' ? 'callback' : telling;
}

/** What is live, and then what else is open; what the shutdown has closed already is not closed again. */
function closeFirst(service: Service, source: Source, { exit, open, root }: EarlyExit): Edits {
  const { module, owner, call } = exit.site;
  const fact = module.function(owner);
  const live = fact ? liveClosers(service, source, fact, module, open) : undefined;
  const begun = closedBy(service, root);
  const held = heldAt(service, module, owner, call.span).filter(({ thing }) => !begun.has(thing.id));
  const ended = closedWith(
    service,
    held.map(({ thing }) => thing),
  );
  const closers = [...(live?.closers ?? []), ...closeTogether(service, held)];
  if (closers.length === 0 || (live?.closers.length ?? 0) + open.filter(({ id }) => ended.has(id)).length === 0) return undefined;
  const closed = closeBeforeExit(source, { exit: call.span, closers });
  return closed && [...(live?.edits ?? []), ...closed];
}

function closedBy(service: Service, { fn }: EarlyExit['root']): ReadonlySet<string> {
  return closedWith(
    service,
    service.run(fn).operations.flatMap(({ kind, things }) => (kind === 'abort' ? [] : [...things])),
  );
}

export interface LiveClosers {
  readonly closers: readonly Closer[];
  /** That keep what had no name. */
  readonly edits: readonly Edit[];
}

/** Closes of live things that have no name where the function stands: they get one. */
export function liveClosers(
  service: Service,
  source: Source,
  reader: FunctionFact,
  module: Module,
  things: readonly ResourceThing[],
  taken = 0,
): LiveClosers {
  const named = new Set(closersAt(service, module, reader.id, reader.bodySpan).map(({ expression }) => unchained(expression)));
  const kept = things.flatMap((thing, index) => {
    const close = closeOf(service, thing);
    const { origin } = thing;
    if (!close || origin?.module !== module) return [];
    const handle = keepDropped(source, origin.call.span, reader, namesFor(source, origin.call, index + taken));
    if (!handle) return [];
    const closer = closerOn(handle.text + (handle.isOptional ? '?.' : '.'), close);
    return named.has(`${handle.text}.${close.method}`) ? [] : [{ closer, edits: handle.edits }];
  });
  return { closers: kept.map(({ closer }) => closer), edits: kept.flatMap(({ edits }) => edits) };
}

/** `server` for the first, `adminServer` for `admin.listen()` after it. */
function namesFor(source: Source, { callee }: CallValue, index: number): readonly [string, ...string[]] {
  const owner = callee.kind === 'member' ? textOf(source, callee.object.span) : '';
  const own = /^\w+$/u.test(owner) ? `${owner}Server` : 'httpServer';
  return index === 0 ? ['server', own] : [own, `${own}${String(index + 1)}`];
}

/** Without the exit, the process ends once what was begun is over: nothing else is open. */
function endsByItself(service: Service, { exit, pending, open, root }: EarlyExit): boolean {
  // With a code of failure things may be open that a success has closed.
  if (exit.site.call.args.length > 0 && exitCode(service, exit.site) !== 0) return false;
  if (open.length > 0 || !pending.some(({ things }) => things.some(takesWork))) return false;
  const closed = closedBy(service, root);
  if (!liveThings(service, root).every(({ id }) => closed.has(id))) return false;
  const site = root.listener?.site;
  return !unclosedResources(service).some(
    ({ thing, process }) => thing.type.keepsAlive === true && process.listeners.some((listener) => listener.site.call === site?.call),
  );
}
