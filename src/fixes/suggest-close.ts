/** The close of what a shutdown leaves open. */
import type { CallValue, FunctionFact, Span } from '../facts/module-facts.js';
import type { Suggestion } from '../project/finding.js';
import { signalRoots } from '../project/questions/shutdown-roots.js';
import type { UnclosedResource } from '../project/questions/unclosed.js';
import type { CallSite } from '../project/module.js';
import type { Operation } from '../project/run/flow.js';
import type { Service } from '../project/service.js';
import { takesWork } from '../project/starts.js';
import type { FunctionThing, ResourceThing } from '../project/thing.js';
import { addHook, closeInShutdown, type Drain } from './close-in-shutdown.js';
import { closeOf, closersAt, isCloseOf, isVisible } from './closers.js';
import { fieldOf, keepDropped, receiverText } from './held.js';
import { addCloseHook, addShutdownOption, closeOnSignal } from './shutdown-option.js';
import { type Edit, isSame, type Source } from './source.js';
import { offer, sourceIn } from './suggest.js';

type Close = NonNullable<ReturnType<typeof closeOf>>;

export function closeSuggestions(service: Service, found: UnclosedResource): readonly Suggestion[] {
  const close = closeOf(service, found.thing);
  if (!close) return [];
  const hooked = hookSuggestions(service, found, close);
  if (hooked.length > 0) return hooked;
  const shutdowns = shutdownsOf(service, found);
  const closed = shutdowns.flatMap((fn) => inShutdown(service, found, close, fn));
  return [...closed, ...besideOpening(service, found, close)].slice(0, 1);
}

/** The functions in the file that run on a signal, those behind a listener that only passes on included. */
function shutdownsOf(service: Service, { process, site }: UnclosedResource): readonly FunctionThing[] {
  const roots = signalRoots(service)
    .filter((root) => process.listeners.some((listener) => listener.site.call === root.listener?.site.call))
    .map(({ fn }) => fn);
  const hooks = process.listeners.filter(({ library }) => library !== undefined).flatMap(({ functions }) => functions);
  return [...roots, ...hooks].map((fn) => service.shutdownBehind(fn)).filter((fn) => fn.module === site.module);
}

function inShutdown(service: Service, found: UnclosedResource, close: Close, fn: FunctionThing): readonly Suggestion[] {
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
  const closer = { expression: handle.text, style: close.style };
  const edits = closeInShutdown(source, { shutdown: fact, closer, drains, isFirst: takesWork(thing), ...(exit && { exit }) });
  return edits ? offer('close', [...handle.edits, ...edits], { close: closer.expression }) : [];
}

function drainOf({ site, close, wait, forced }: Operation): readonly Drain[] {
  if (forced) return [];
  return [{ call: site.call.span, style: close.style === 'detached' ? 'sync' : close.style, isAwaited: wait === 'awaited' }];
}

interface ClosedBy {
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** The call that closes it, in terms of what the function sees. */
function handleIn(
  service: Service,
  source: Source,
  { site, thing }: UnclosedResource,
  fact: FunctionFact,
  { method }: Close,
): ClosedBy | undefined {
  const { call, module } = site;
  const visible = closersAt(service, module, fact.id).find(({ expression }) => isCloseOf(service, site.module, expression, thing));
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
function hookSuggestions(service: Service, { site, thing, process }: UnclosedResource, { method, style }: Close): readonly Suggestion[] {
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

/** By what stands in the file of the resource, when its shutdown has no function there. */
function besideOpening(service: Service, found: UnclosedResource, close: Close): readonly Suggestion[] {
  const { site, thing } = found;
  const source = sourceIn(service, site.module);
  const name = nameOf(source, site.call.span) ?? (thing.origin?.call === site.call ? undefined : receiverText(source, site.call));
  if (name === undefined) return [];
  const closer = { expression: `${name}.${close.method}`, style: close.style };
  const data = { close: closer.expression };
  const app = fastifyIn(service, site);
  if (app !== undefined) return offer('close', addCloseHook(source, site.call, app, closer), data);
  const option = optionOf(service, found);
  if (option) return offer('close', addShutdownOption(source, option.call, option.at, option.name, closer), data);
  return takesWork(thing) && !endsItself(service, found)
    ? offer('close', closeOnSignal(source, site.call, closer, service.settings.deadlineSeconds), data)
    : [];
}

/** The variable that the call, perhaps awaited, gives its result to. */
function nameOf({ facts }: Source, call: Span): string | undefined {
  return facts.bindings.find(
    ({ kind, sources }) =>
      kind === 'const' &&
      sources.some(({ value, path }) => {
        const opened = value?.kind === 'await' ? value.value : value;
        return path.length === 0 && opened !== undefined && isSame(opened.span, call);
      }),
  )?.name;
}

/** The instance of Fastify in scope, whose `onClose` hooks run after the last request. https://fastify.dev/docs/latest/Reference/Hooks/#onclose */
function fastifyIn(service: Service, { module, owner }: CallSite): string | undefined {
  return module.facts.bindings.find(
    (binding, index) =>
      isVisible(module, binding, owner) &&
      binding.kind !== 'import' &&
      service.link
        .of(module, { kind: 'reference', binding: index, span: binding.span })
        .some((thing) => thing.kind === 'resource' && thing.library.name === 'fastify'),
  )?.name;
}

interface Option {
  readonly call: CallValue;
  readonly at: number;
  readonly name: string;
}

/** Where a library that handles signals in this file takes a function to close the rest. */
function optionOf(service: Service, { process, site }: UnclosedResource): Option | undefined {
  const listeners = process.listeners.filter(({ library, site: { module } }) => library !== undefined && module === site.module);
  const options = listeners.flatMap((listener) =>
    service.link.called(listener.site).flatMap((target) => {
      const hooks = target.kind === 'member' ? (target.member.calls ?? []).filter(({ role }) => role === 'shutdown') : [];
      return hooks.flatMap(({ at }): Option[] => {
        const [, index, name] = /^(\d+)\.(onSignal|onShutdown)$/u.exec(String(at)) ?? [];
        return name === undefined ? [] : [{ call: listener.site.call, at: Number(index), name }];
      });
    }),
  );
  return options[0];
}

/** An explicit exit would not wait for what another listener closes. */
function endsItself(service: Service, { process }: UnclosedResource): boolean {
  return process.listeners.some(
    ({ functions, library }) =>
      library !== undefined || functions.some((fn) => service.run(fn).exits.some(({ flow }) => !flow.late && !flow.failed)),
  );
}
