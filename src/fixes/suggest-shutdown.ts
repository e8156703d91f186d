/** Repairs of a shutdown that is there but lacks something, from what the rules know. */
import type { CallValue, FunctionFact, Step, Value } from '../facts/module-facts.js';
import { allValues } from '../facts/walk.js';
import type { Suggestion } from '../project/finding.js';
import type { SwallowedCrash } from '../project/questions/crashes.js';
import { exitCodeAt } from '../project/questions/exit-codes.js';
import type { LingeringDeadline } from '../project/questions/lingering-deadlines.js';
import type { LateListener } from '../project/questions/late-listeners.js';
import type { SecondStart } from '../project/questions/repeats.js';
import type { ShutdownRoot } from '../project/questions/shutdown-roots.js';
import type { Service } from '../project/service.js';
import type { CallSite } from '../project/module.js';
import type { SignalListener } from '../project/signals.js';
import type { FunctionThing } from '../project/thing.js';
import { atStart } from './body.js';
import { liveThings } from './closers.js';
import { closersAt } from './in-scope.js';
import { dialectOf, quoted } from './dialect.js';
import { listenEarly } from './listen-early.js';
import { hoistBefore } from './move.js';
import { elseExit, endClause, endProcess, guardAgainstRepeat, logStart, removeStatement } from './shutdown-body.js';
import { failBefore, isOfSignals } from './shared-exit.js';
import { indentationAt, insert, replace, textOf, type Edits, type Source } from './source.js';
import { offer, sourceIn } from './suggest.js';
import { liveClosers } from './suggest-exit.js';

function factOf({ module, function: id }: FunctionThing): NonNullable<ReturnType<FunctionThing['module']['function']>> | undefined {
  return module.function(id);
}

export function inertSuggestions(service: Service, listener: SignalListener): readonly Suggestion[] {
  const { module, call } = listener.site;
  const source = sourceIn(service, module);
  const fn = listener.functions.find((one) => one.module === module);
  const fact = fn && factOf(fn);
  const live = fact ? liveClosers(service, source, fact, module, liveThings(service, call)) : { closers: [], edits: [] };
  const end = fact && endProcess(source, fact, [...live.closers, ...closersAt(service, module, fact.id, fact.bodySpan)], 0);
  const ended = end ? offer('end', [...live.edits, ...end]) : [];
  return ended.length > 0 ? ended : offer('remove', removeStatement(source, call.span));
}

export function unreadySuggestions(service: Service, { functions, site }: SignalListener, until: string): readonly Suggestion[] {
  const [only] = functions;
  const fn = only && service.shutdownBehind(only);
  const fact = fn?.module === site.module ? factOf(fn) : undefined;
  if (!fact) return [];
  const source = sourceIn(service, site.module);
  const guard = fact.body.find((step) => step.kind === 'branch');
  const first = `if (!${until}) process.exit(0)${dialectOf(source).semicolon}`;
  return offer('otherwise', (guard && elseExit(source, guard.span)) ?? atStart(source, fact, [first]));
}

/** Where what tells of the end is there for all: `cluster`, not each of its workers. */
export function revivedSuggestions(service: Service, { functions, site }: SignalListener, revived: CallSite): readonly Suggestion[] {
  const [only] = functions;
  const fact = only?.module === site.module ? factOf(only) : undefined;
  const { callee } = revived.call;
  if (!fact || callee.kind !== 'member' || revived.owner !== site.owner) return [];
  const source = sourceIn(service, site.module);
  const emitter = textOf(source, callee.object.span);
  const dialect = dialectOf(source);
  return offer('leave', atStart(source, fact, [`${emitter}.removeAllListeners(${quoted('exit', dialect)})${dialect.semicolon}`]));
}

export function lateSuggestions(service: Service, { listener, after, imports }: LateListener): readonly Suggestion[] {
  const { module, call } = listener.site;
  const source = sourceIn(service, module);
  const isHere = after.module === module;
  const moved = isHere
    ? offer(
        'move',
        hoistBefore(source, call.span, after.call.span, (step) => isReady(service, module, step)),
      )
    : [];
  if (moved.length > 0 || listener.library) return moved;
  return offer('early', listenEarly(source, { call: call.span, imports, ...(isHere && { after: after.call.span }) }));
}

/** Makes something without waiting or starting it: it can be made earlier as well. */
function isReady(service: Service, module: FunctionThing['module'], step: Step): boolean {
  const values = allValues([step]);
  return values.every((value) => {
    if (value.kind !== 'call') return value.kind !== 'await' && value.kind !== 'unknown';
    const things = service.link.called({ module, call: value });
    return things.every((thing) => thing.kind === 'member' && thing.member.io === undefined && thing.member.starts === undefined);
  });
}

export function repeatSuggestions(service: Service, { fn, site, crash }: SecondStart): readonly Suggestion[] {
  if (crash) return guardSuggestions(service, fn);
  const source = sourceIn(service, site.module);
  const written = site.call.args.find((value) => value.kind === 'function');
  const fact = fn.module === site.module ? factOf(fn) : written && site.module.function(written.function);
  return fact ? offer('guard', guardAgainstRepeat(source, fact)) : offer('once', listenOnce(source, site.call));
}

function guardSuggestions(service: Service, fn: FunctionThing): readonly Suggestion[] {
  const fact = factOf(fn);
  return fact ? offer('guard', guardAgainstRepeat(sourceIn(service, fn.module), fact)) : [];
}

/** `process.on` as `process.once`: the second signal then has its default effect. */
function listenOnce({ text }: Source, { callee }: CallValue): Edits {
  if (callee.kind !== 'member' || !text.slice(...callee.span).endsWith('.on')) return undefined;
  return [replace([callee.span[1] - 2, callee.span[1]], 'once')];
}

/** A timer without a reference does not hold the process. */
export function lingeringSuggestions(service: Service, { site }: LingeringDeadline): readonly Suggestion[] {
  const isOwn = service.link.called(site).some((thing) => thing.kind === 'member' && thing.library.name === 'node:timers');
  return isOwn ? offer('unref', [insert(site.call.span[1], '.unref()')]) : [];
}

export function logSuggestions(service: Service, root: ShutdownRoot): readonly Suggestion[] {
  const fn = service.shutdownBehind(root.fn);
  const fact = factOf(fn);
  return fact ? offer('log', logStart(sourceIn(service, fn.module), fact)) : [];
}

export function crashSuggestions(service: Service, { site, because, by }: SwallowedCrash): readonly Suggestion[] {
  const source = sourceIn(service, site.module);
  const { args } = site.call;
  if (site === by) return [];
  if (because === 'overrides') return args[0] ? offer('keep', [replace(args[0].span, '')]) : [];
  if (because === 'exits-clean' || because === 'start-up-clean') {
    if (isOfSignals(service, site)) return offer('fail', failBefore(service, source, site, by));
    return offer('fail', endsWithOne(service, site));
  }
  const { callee } = site.call;
  const isOfPromise = callee.kind === 'member' && /^(?:catch|then)$/u.test(callee.name ?? '');
  if (because === 'start-up' && !isOfPromise) return offer('exit', endClause(source, site.call.span));
  const listener = args.at(-1);
  const things = listener ? service.link.of(site.module, listener) : [];
  const fn = things.find((thing) => thing.kind === 'function' && thing.module === site.module);
  const fact = fn?.kind === 'function' ? factOf(fn) : undefined;
  if (fact) return offer('exit', endsThrown(source, fact) ?? endProcess(source, fact, [], 1));
  return listener ? offer('exit', wrapped(service, site.module, listener)) : [];
}

/** `process.exit()` as `process.exit(1)`, `setTimeout(process.exit, 1000)` as `setTimeout(process.exit, 1000, 1)`. */
function endsWithOne(service: Service, site: CallSite): Edits {
  const { args, span } = site.call;
  const at = exitCodeAt(service, site) ?? 0;
  const code = args[at];
  if (code) return [replace(code.span, '1')];
  return at === args.length ? [insert(args.at(-1)?.span[1] ?? span[1] - 1, at === 0 ? '1' : ', 1')] : undefined;
}

/** What the listener throws at its end would come back to it: it is written to the log instead, and the process ends. */
function endsThrown(source: Source, { body }: FunctionFact): Edits {
  const last = body.at(-1);
  if (last?.kind !== 'throw' || !last.value) return undefined;
  const { semicolon, eol } = dialectOf(source);
  const lines = [`console.error(${textOf(source, last.value.span)})${semicolon}`, `process.exit(1)${semicolon}`];
  return [replace(last.span, lines.join(eol + indentationAt(source, last.span[0])))];
}

/** `.catch(console.error)` as a function that also ends the process. */
function wrapped(service: Service, module: FunctionThing['module'], handler: Value): readonly ReturnType<typeof replace>[] {
  const { semicolon, indent, eol } = dialectOf(sourceIn(service, module));
  const text = service.text(module, handler.span);
  return [replace(handler.span, `(error) => {${eol}${indent}${text}(error)${semicolon}${eol}${indent}process.exit(1)${semicolon}${eol}}`)];
}

export function quotedIn(service: Service, module: FunctionThing['module'], text: string): string {
  return quoted(text, dialectOf(sourceIn(service, module)));
}
