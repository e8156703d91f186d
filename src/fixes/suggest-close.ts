/** The close of what a shutdown leaves open. */
import type { FunctionFact, Span } from '../facts/module-facts.js';
import type { Suggestion } from '../project/finding.js';
import { signalRoots } from '../project/questions/shutdown-roots.js';
import type { UnclosedResource } from '../project/questions/unclosed.js';
import type { Operation } from '../project/run/flow.js';
import type { Service } from '../project/service.js';
import { takesWork } from '../project/starts.js';
import { functionThing, type FunctionThing, type ResourceThing } from '../project/thing.js';
import { addHook, closeInShutdown, type Drain } from './close-in-shutdown.js';
import { behindLoop, type Handle } from './close-behind-loop.js';
import { besideOpening } from './close-beside-opening.js';
import { closeOf, isCloseOf, type GracefulClose } from './closers.js';
import { closersAt } from './in-scope.js';
import { fieldOf, keepDropped, receiverText } from './held.js';
import { withSelf } from './self.js';
import type { Source } from './source.js';
import { offer, sourceIn } from './suggest.js';

export function closeSuggestions(service: Service, found: UnclosedResource): readonly Suggestion[] {
  const close = closeOf(service, found.thing);
  if (!close) return [];
  const hooked = hookSuggestions(service, found, close);
  if (hooked.length > 0) return hooked;
  const behind = behindLoop(service, found, close.style, (fact) =>
    handleIn(service, sourceIn(service, found.site.module), found, fact, close),
  );
  if (behind) return behind;
  const shutdowns = shutdownsOf(service, found);
  const closed = shutdowns.flatMap((fn) => inShutdown(service, found, close, fn));
  return [...closed, ...besideOpening(service, found, close)].slice(0, 1);
}

/** The functions in the file that run on a signal, those behind a listener that only passes on included; then those that a shutdown closes something in. */
function shutdownsOf(service: Service, { process, site }: UnclosedResource): readonly FunctionThing[] {
  const roots = signalRoots(service)
    .filter((root) => process.listeners.some((listener) => listener.site.call === root.listener?.site.call))
    .map(({ fn }) => fn);
  const hooks = process.listeners.filter(({ library }) => library !== undefined).flatMap(({ functions }) => functions);
  const all = [...roots, ...hooks];
  const here = all.map((fn) => service.shutdownBehind(fn)).filter((fn) => fn.module === site.module);
  // What only a method of the class may name is closed where that closes the rest.
  return [...here, ...all.flatMap((fn) => closingIn(service, fn, site.module))];
}

/** Functions of the module in which a shutdown that stands elsewhere closes something: `stop()` of a class. */
function closingIn(service: Service, shutdown: FunctionThing, module: FunctionThing['module']): readonly FunctionThing[] {
  const reached = service.reach.from([shutdown]);
  const whole = (fn: FunctionThing): FunctionThing => {
    const outer = functionThing(module, module.function(fn.function)?.owner ?? 0);
    return outer.function > 0 && reached.has(outer.id) ? whole(outer) : fn;
  };
  const closed = service.run(shutdown).operations.filter(({ kind, site }) => kind === 'close' && site.module === module && site.owner > 0);
  const found = closed.map(({ site: { owner } }) => whole(functionThing(module, owner)));
  return [...new Map(found.map((fn) => [fn.id, fn])).values()];
}

function inShutdown(service: Service, found: UnclosedResource, close: GracefulClose, fn: FunctionThing): readonly Suggestion[] {
  const { site, thing } = found;
  const source = sourceIn(service, site.module);
  const fact = fn.module.function(fn.function);
  const handle = fact && handleIn(service, source, found, fact, close);
  if (!handle) return [];
  const { operations, exits } = service.run(fn);
  const drains = operations
    .filter((operation) => operation.site.module === site.module && operation.things.some(takesWork))
    .flatMap(drainOf);
  const exit = exits.find((one) => one.site.module === site.module && one.how !== 'signal' && !one.flow.late && !one.flow.failed)?.site.call
    .span;
  const closer = { expression: handle.text, style: close.style, drain: close.drain };
  const isBefore = operations.some(({ kind, forced, site: closing }) => kind === 'close' && !forced && closing.owner === fact.id);
  const added = closeInShutdown(source, { shutdown: fact, closer, drains, isFirst: takesWork(thing), isBefore, ...(exit && { exit }) });
  const edits = withSelf(source, fact, added);
  return edits ? offer('close', [...handle.edits, ...edits], { close: closer.expression }) : [];
}

function drainOf({ site, close, wait, forced }: Operation): readonly Drain[] {
  if (forced) return [];
  return [{ call: site.call.span, style: close.style === 'detached' ? 'sync' : close.style, isAwaited: wait === 'awaited' }];
}

/** The call that closes it, in terms of what the function sees. */
function handleIn(
  service: Service,
  source: Source,
  { site, thing }: UnclosedResource,
  fact: FunctionFact,
  { method }: GracefulClose,
): Handle | undefined {
  const { call, module } = site;
  const inScope = closersAt(service, module, fact.id, fact.bodySpan);
  const visible = inScope.find(({ expression }) => isCloseOf(service, module, expression, thing));
  if (visible) return { text: visible.expression, edits: [] };
  if (thing.origin?.call !== call) {
    const receiver = receiverText(source, call);
    return receiver === undefined ? undefined : { text: `${receiver}.${method}`, edits: [] };
  }
  const field = fieldOf(source, call.span);
  if (field) {
    const dot = field.isOptional ? '?.' : '.';
    if (fact.class === field.class.id) return { text: `this.${field.name}${dot}${method}`, edits: [] };
    const owner = instanceOf(service, source, site.module, field.class.id);
    return owner !== undefined && !field.name.startsWith('#') && !isHidden(source, field.member?.span)
      ? { text: `${owner}.${field.name}${dot}${method}`, edits: [] }
      : undefined;
  }
  const kept = keepDropped(source, call.span, fact, namesFor(thing));
  return kept && { text: `${kept.text}${kept.isOptional ? '?.' : '.'}${method}`, edits: kept.edits };
}

function isHidden(source: Source, span: Span | undefined): boolean {
  return span !== undefined && /^(?:private|protected)\b/u.test(source.text.slice(...span));
}

/** A variable of the module that holds an object of the class. */
function instanceOf(service: Service, source: Source, module: FunctionThing['module'], id: number): string | undefined {
  const index = source.facts.bindings.findIndex(
    (binding, at) =>
      binding.owner === 0 &&
      binding.kind === 'const' &&
      service.link
        .of(module, { kind: 'reference', binding: at, span: binding.span })
        .some((thing) => thing.kind === 'instance' && thing.module === module && thing.class === id),
  );
  return source.facts.bindings[index]?.name;
}

function namesFor({ typeName }: ResourceThing): readonly [string, ...string[]] {
  const name =
    typeName
      .split('.')
      .at(-1)
      ?.replace(/[^A-Za-z0-9]/gu, '') ?? '';
  const lower = name.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/u, (start) => start.toLowerCase());
  return lower === '' ? ['resource'] : [lower, `${lower}Resource`];
}

/** A Nest provider is told by a method of its own. https://docs.nestjs.com/fundamentals/lifecycle-events */
function hookSuggestions(
  service: Service,
  { site, thing, process }: UnclosedResource,
  { method, style }: GracefulClose,
): readonly Suggestion[] {
  const isNest = process.listeners.some(
    ({ site: listening, library }) =>
      library !== undefined &&
      service.link.called(listening).some((target) => target.kind === 'member' && target.library.name.startsWith('@nestjs/')),
  );
  const source = sourceIn(service, site.module);
  const field = isNest && thing.origin?.call === site.call ? fieldOf(source, site.call.span) : undefined;
  if (!field || field.class.decorators.length === 0) return [];
  const closer = { expression: `this.${field.name}${field.isOptional ? '?.' : '.'}${method}`, style };
  return offer('close', addHook(source, field.class.id, 'onApplicationShutdown', closer), { close: closer.expression });
}
