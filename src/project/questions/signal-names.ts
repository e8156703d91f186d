import os from 'node:os';
import { lettersApart } from '../../catalogue/spelling.js';
import type { Span, Value } from '../../facts/module-facts.js';
import { walkValue } from '../../facts/walk.js';
import { argumentThings, texts } from '../arguments.js';
import { LISTENING } from '../callbacks.js';
import type { CallSite } from '../module.js';
import { property } from '../property.js';
import type { Service } from '../service.js';
import { namesNoEvent } from '../signals.js';
import { functionThing, type Things } from '../thing.js';
import { relays } from './relays.js';

export interface WrongSignal {
  readonly site: CallSite;
  /** The text with the name, quotes included; the registration when it stands elsewhere. */
  readonly span: Span;
  readonly name: string;
  /** To a listener's registration, or in a list to a library that registers its own. */
  readonly given: 'listener' | 'list';
  readonly because: 'uncatchable' | 'unknown' | 'reserved' | 'listed';
  /** What was certainly meant. */
  readonly meant?: string;
}

const UNCATCHABLE = new Set(['SIGKILL', 'SIGSTOP']);
/** Names of other platforms than this one are right there. */
const KNOWN = new Set([
  ...Object.keys(os.constants.signals),
  'SIGBREAK',
  'SIGINFO',
  'SIGLOST',
  'SIGEMT',
  'SIGPOLL',
  'SIGPWR',
  'SIGSTKFLT',
  'SIGUNUSED',
  'SIGCLD',
]);
/** What listeners for termination are written for, likeliest first. */
const MEANT = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'];

/** Signals that cannot be listened for, do not exist, or belong to the inspector. */
export function wrongSignals(service: Service): readonly WrongSignal[] {
  return service.calls.flatMap((site) => [...registered(service, site), ...givenToLibrary(service, site)]);
}

function registered(service: Service, site: CallSite): readonly WrongSignal[] {
  const { callee, args } = site.call;
  const [event] = args;
  if (callee.kind !== 'member' || !LISTENING.has(callee.name ?? '') || !event || args.length < 2) return [];
  const isProcess = service.link
    .of(site.module, callee.object)
    .some((thing) => thing.kind === 'resource' && thing.library.name === 'node:process');
  if (!isProcess) return [];
  const list = namesNoEvent(service.link, site) ? namesIn(elementsOf(service, site, event)) : [];
  if (list.length > 0 && list.every((name) => KNOWN.has(name)))
    return [{ site, span: event.span, name: list.join(), given: 'listener', because: 'listed' }];
  return namesIn(service.link.of(site.module, event)).flatMap((name) =>
    placesOf(service, site, event, name)
      .flatMap((place) => judged(place.site, name, place.span, 'listener'))
      .filter(({ because }) => because !== 'reserved' || !isRelayed(service, site)),
  );
}

/** What starts the inspector of another process is handed on to it: `process.on('SIGUSR1', (signal) => child.kill(signal))`. */
function isRelayed(service: Service, site: CallSite): boolean {
  return service.signalListeners.some((listener) => listener.site === site && relays(service, listener));
}

/** `createTerminus(server, { signals: ['SIGTERM'] })`. */
function givenToLibrary(service: Service, site: CallSite): readonly WrongSignal[] {
  return service.link.called(site).flatMap((target) => {
    const from = target.kind === 'member' ? target.member.signals?.from : undefined;
    const given = from === undefined ? undefined : site.call.args[Number(String(from).split('.')[0])];
    if (from === undefined || !given) return [];
    const listed = argumentThings(service.link, site, from);
    return namesIn([...listed, ...listed.flatMap((thing) => property.any(service.link, thing))]).flatMap((name) =>
      judged(site, name, literalSpan(site, given, name) ?? site.call.span, 'list'),
    );
  });
}

function elementsOf({ link }: Service, { module }: CallSite, list: Value): Things {
  return link.of(module, list).flatMap((thing) => property.any(link, thing));
}

function namesIn(things: Things): readonly string[] {
  return [...new Set(texts(things))];
}

interface Place {
  readonly site: CallSite;
  readonly span: Span;
}

/** Where the name is written: in the registration, in the calls of a function that registers what it is given, or elsewhere in the module. */
function placesOf(service: Service, site: CallSite, event: Value, name: string): readonly Place[] {
  const binding = event.kind === 'reference' ? site.module.facts.bindings[event.binding] : undefined;
  const index = binding?.sources.length === 1 ? binding.sources[0]?.parameter : undefined;
  const callers = binding === undefined || index === undefined ? [] : service.link.callers(functionThing(site.module, binding.owner));
  const places = callers.flatMap((caller) => {
    const given = caller.site.call.args[index ?? 0];
    return given?.kind === 'literal' && given.value === name ? [{ site: caller.site, span: given.span }] : [];
  });
  return places.length > 0 ? places : [{ site, span: literalSpan(site, event, name) ?? site.call.span }];
}

/** In the value itself, or the only place in the module that has it in an array, a constant, a field or an object. */
function literalSpan(site: CallSite, event: Value, name: string): Span | undefined {
  const spans: Span[] = [];
  const note = (value: Value): void => {
    if (value.kind === 'literal' && value.value === name) spans.push(value.span);
  };
  walkValue(event, note);
  if (spans.length > 0) return spans[0];
  const { bindings, classes } = site.module.facts;
  const held = [...bindings.flatMap(({ sources }) => sources), ...classes.flatMap(({ members }) => members)];
  for (const { value } of held) if (value) walkValue(value, note);
  for (const { call } of site.module.calls) walkValue(call.callee, note);
  return new Set(spans.map(([start]) => start)).size === 1 ? spans[0] : undefined;
}

function judged(site: CallSite, name: string, span: Span, given: WrongSignal['given']): readonly WrongSignal[] {
  const wrong = { site, span, name, given };
  if (UNCATCHABLE.has(name)) return [{ ...wrong, because: 'uncatchable' }];
  if (name === 'SIGUSR1') return [{ ...wrong, because: 'reserved' }];
  if (KNOWN.has(name) || !/^_?SIG[A-Z0-9_]{1,9}$/iu.test(name)) return [];
  const meant = MEANT.find((one) => lettersApart(one, name.toUpperCase()) <= 2);
  return [{ ...wrong, because: 'unknown', ...(meant !== undefined && { meant }) }];
}
