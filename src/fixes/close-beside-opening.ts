/** The close of something by what stands in its file, when the shutdown has no function there. */
import type { CallValue, Span } from '../facts/module-facts.js';
import type { Suggestion } from '../project/finding.js';
import type { UnclosedResource } from '../project/questions/unclosed.js';
import type { CallSite } from '../project/module.js';
import type { Service } from '../project/service.js';
import { takesWork } from '../project/starts.js';
import { isVisible, type GracefulClose } from './closers.js';
import { receiverText } from './held.js';
import { addCloseHook, addShutdownOption, closeOnSignal } from './shutdown-option.js';
import { isSame, type Source } from './source.js';
import { offer, sourceIn } from './suggest.js';
import { insertedDeadline } from '../project/questions/inserted-deadline.js';

export function besideOpening(service: Service, found: UnclosedResource, close: GracefulClose): readonly Suggestion[] {
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
    ? offer('close', closeOnSignal(source, site.call, closer, insertedDeadline(service)), data)
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
