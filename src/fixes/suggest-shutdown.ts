/** Repairs of a shutdown that is there but lacks something, from what the rules know. */
import type { CallValue, Value } from '../facts/module-facts.js';
import type { Suggestion } from '../project/finding.js';
import type { SwallowedCrash } from '../project/questions/crashes.js';
import type { UnboundedShutdown } from '../project/questions/deadlines.js';
import type { ForcedClose } from '../project/questions/forced-closes.js';
import type { LingeringDeadline } from '../project/questions/lingering-deadlines.js';
import type { LateListener } from '../project/questions/late-listeners.js';
import type { Disorder } from '../project/questions/order.js';
import type { RepeatedShutdown } from '../project/questions/repeats.js';
import { signalRoots, type ShutdownRoot } from '../project/questions/shutdown-roots.js';
import type { UnclosedResource } from '../project/questions/unclosed.js';
import type { Service } from '../project/service.js';
import type { SignalListener } from '../project/signals.js';
import type { FunctionThing } from '../project/thing.js';
import { closeOf, closersAt } from './closers.js';
import { dialectOf, quoted } from './dialect.js';
import { addClose, addDeadline, elseExit, endProcess, guardAgainstRepeat, logStart, moveBefore, removeStatement } from './shutdown-body.js';
import { insert, replace, type Edits, type Source } from './source.js';
import { offer, sourceIn } from './suggest.js';

function factOf({ module, function: id }: FunctionThing): NonNullable<ReturnType<FunctionThing['module']['function']>> | undefined {
  return module.function(id);
}

export function inertSuggestions(service: Service, listener: SignalListener): readonly Suggestion[] {
  const { module, call } = listener.site;
  const source = sourceIn(service, module);
  const fn = listener.functions.find((one) => one.module === module);
  const fact = fn && factOf(fn);
  const ended = fact ? offer('end', endProcess(source, fact, closersAt(service, module, fact.id), 0)) : [];
  return [...ended, ...offer('remove', removeStatement(source, call.span))];
}

export function unreadySuggestions(service: Service, { functions, site }: SignalListener): readonly Suggestion[] {
  const [only] = functions;
  const fn = only && service.shutdownBehind(only);
  const guard = fn && factOf(fn)?.body.find((step) => step.kind === 'branch');
  return fn?.module === site.module && guard ? offer('otherwise', elseExit(sourceIn(service, site.module), guard.span)) : [];
}

export function lateSuggestions(service: Service, { listener, after }: LateListener): readonly Suggestion[] {
  const { module, call } = listener.site;
  return after.module === module ? offer('move', moveBefore(sourceIn(service, module), call.span, after.call.span)) : [];
}

export function repeatSuggestions(service: Service, { fn, site, crash }: RepeatedShutdown): readonly Suggestion[] {
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

export function deadlineSuggestions(service: Service, { fn }: UnboundedShutdown): readonly Suggestion[] {
  const fact = factOf(fn);
  const seconds = service.settings.deadlineSeconds;
  return fact ? offer('deadline', addDeadline(sourceIn(service, fn.module), fact, seconds), { seconds: String(seconds) }) : [];
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

export function crashSuggestions(service: Service, { site, because }: SwallowedCrash): readonly Suggestion[] {
  const source = sourceIn(service, site.module);
  const { args } = site.call;
  if (because === 'exits-clean') {
    const [code] = args;
    const end = site.call.span[1] - 1;
    return offer('fail', [replace(code ? code.span : [end, end], '1')]);
  }
  const listener = args.at(-1);
  const things = listener ? service.link.of(site.module, listener) : [];
  const fn = things.find((thing) => thing.kind === 'function' && thing.module === site.module);
  const fact = fn?.kind === 'function' ? factOf(fn) : undefined;
  if (fact) return offer('exit', endProcess(source, fact, [], 1));
  return listener ? offer('exit', wrapped(service, site.module, listener)) : [];
}

/** `.catch(console.error)` as a function that also ends the process. */
function wrapped(service: Service, module: FunctionThing['module'], handler: Value): readonly ReturnType<typeof replace>[] {
  const { semicolon, indent, eol } = dialectOf(sourceIn(service, module));
  const text = service.text(module, handler.span);
  return [replace(handler.span, `(error) => {${eol}${indent}${text}(error)${semicolon}${eol}${indent}process.exit(1)${semicolon}${eol}}`)];
}

export function forcedSuggestions(service: Service, { operation, graceful }: ForcedClose): readonly Suggestion[] {
  const { module, call } = operation.site;
  const source = sourceIn(service, module);
  const [thing] = operation.things;
  const close = thing && closeOf(service, thing);
  const removed = graceful ? offer('remove', removeStatement(source, call.span)) : [];
  const { callee } = call;
  const gentle = close && callee.kind === 'member' ? offer('gentle', [replace([callee.object.span[1], call.span[1]], `.${close.method}`)], { close: close.method }) : [];
  return [...removed, ...gentle].slice(0, 2);
}

export function orderSuggestions(service: Service, { early, user }: Disorder): readonly Suggestion[] {
  if (user?.site.module !== early.site.module) return [];
  const source = sourceIn(service, early.site.module);
  return offer('reorder', moveBefore(source, user.site.call.span, early.site.call.span));
}

export function closeSuggestions(service: Service, { thing, process }: UnclosedResource): readonly Suggestion[] {
  const close = closeOf(service, thing);
  const site = thing.origin;
  if (!close || !site) return [];
  const source = sourceIn(service, site.module);
  const roots = signalRoots(service).filter((root) => root.fn.module === site.module && process.listeners.some((listener) => listener.site.call === root.listener?.site.call));
  return roots.slice(0, 1).flatMap((root) => {
    const fn = service.shutdownBehind(root.fn);
    const fact = factOf(fn);
    const closer = closersAt(service, site.module, fn.function).find(({ expression }) => expression.endsWith(`.${close.method}`) && isOf(service, site.module, expression, thing.id));
    const exit = service.run(root.fn).exits.find((one) => one.site.owner === fn.function && !one.flow.late && !one.flow.failed);
    return fact && closer && fn.module === site.module ? offer('close', addClose(source, fact, closer, exit?.site.call.span), { close: closer.expression }) : [];
  });
}

function isOf(service: Service, module: FunctionThing['module'], expression: string, id: string): boolean {
  const name = expression.split('.')[0] ?? '';
  return module.facts.bindings.some((binding, index) => binding.name === name && service.link.of(module, { kind: 'reference', binding: index, span: binding.span }).some((thing) => thing.id === id));
}

export function quotedIn(service: Service, module: FunctionThing['module'], text: string): string {
  return quoted(text, dialectOf(sourceIn(service, module)));
}
