/** What a function can name and close, and what of that ends together. */
import type { BindingFact, Span } from '../facts/module-facts.js';
import type { Module } from '../project/module.js';
import { closedWith } from '../project/ownership.js';
import type { Operation } from '../project/run/flow.js';
import type { Service } from '../project/service.js';
import type { ResourceThing } from '../project/thing.js';
import type { Closer, Drain, Sockets } from './closing.js';
import { closeOf, closerOn, isVisible, rankOf } from './closers.js';
import { drainOf, serverIn } from './drain.js';
import { isMaybeDeclared } from './possibly-undefined.js';
import type { Source } from './source.js';
import { sourceIn } from './suggest.js';
import { isVisible as isSeen } from './timer-handle.js';

/** Something with the variable that holds it. */
export interface Held {
  readonly thing: ResourceThing;
  readonly name: string;
  readonly closer: Closer;
}

/** Closers of everything open that a variable visible in the function, at this place of it, holds, in the order of a shutdown. */
export function closersAt(service: Service, module: Module, fn: number, at: Span): readonly Closer[] {
  return closeTogether(service, heldAt(service, module, fn, at));
}

/** What is open and held by a variable visible in the function, at this place of it, in the order of a shutdown. */
export function heldAt(service: Service, module: Module, fn: number, at: Span): readonly Held[] {
  const seen = new Set<string>();
  const source = sourceIn(service, module);
  const found = module.facts.bindings.flatMap((binding, id) =>
    (isVisible(module, binding, fn) && isInBlock(source, binding, at) ? heldThings(service, module, id) : []).flatMap((thing) => {
      if (seen.has(thing.id)) return [];
      seen.add(thing.id);
      const close = closeOf(service, thing);
      const handle = isMaybeDeclared(source, binding.name, at) ? `${binding.name}?.` : `${binding.name}.`;
      return close ? [{ thing, name: binding.name, closer: closerOn(handle, close) }] : [];
    }),
  );
  return found.toSorted((a, b) => rankOf(a.thing) - rankOf(b.thing));
}

const OF_BLOCKS = new Set<BindingFact['kind']>(['const', 'let', 'using', 'await using']);

function isInBlock(source: Source, { kind, span }: BindingFact, at: Span): boolean {
  return !OF_BLOCKS.has(kind) || isSeen(source, span, at);
}

function heldThings(service: Service, module: Module, id: number): readonly ResourceThing[] {
  const span = module.facts.bindings[id]?.span ?? [0, 0];
  const things = service.link.of(module, { kind: 'reference', binding: id, span });
  const [only] = things;
  return things.length === 1 && only?.kind === 'resource' && only.type.needsClose ? [only] : [];
}

/** Each thing is closed once: by its owner, or with the server that it is attached to. */
export function closeTogether(service: Service, held: readonly Held[]): readonly Closer[] {
  return held.flatMap(({ thing, closer }) => {
    const others = held.filter((other) => other.thing.id !== thing.id);
    if (others.some((other) => isClosedBy(service, thing, other.thing))) return [];
    const owned = others.find((other) => isClosedBy(service, other.thing, thing) && other.closer.drain?.connections === 'keep-alive');
    return [
      owned?.closer.drain
        ? { ...closer, drain: { ...owned.closer.drain, server: serverIn(owned.closer) } }
        : withSockets(service, held, thing, closer),
    ];
  });
}

/** Of a server of Node.js and one of Socket.IO, which closes the other, the latter stays. */
function isClosedBy(service: Service, thing: ResourceThing, other: ResourceThing): boolean {
  if (!closedWith(service, [other]).has(thing.id)) return false;
  const isMutual = closedWith(service, [thing]).has(other.id);
  return !isMutual || (thing.library.name.startsWith('node:') && !other.library.name.startsWith('node:'));
}

function withSockets(service: Service, held: readonly Held[], thing: ResourceThing, closer: Closer): Closer {
  const sockets = socketsOn(service, held, thing);
  return closer.drain && sockets.length > 0 ? { ...closer, drain: { ...closer.drain, sockets } } : closer;
}

function socketsOn(service: Service, held: readonly Held[], server: ResourceThing): readonly Sockets[] {
  return held.flatMap(({ thing, name }): Sockets[] => {
    const { library } = thing;
    if (thing.id === server.id || (library.name !== 'ws' && library.name !== 'socket.io')) return [];
    return closedWith(service, [server]).has(thing.id) ? [{ name, library: library.name }] : [];
  });
}

/** How connections are brought to their end before a close that stands there already. */
export function drainFor(service: Service, { things, site }: Operation): Drain | undefined {
  const held = heldAt(service, site.module, site.owner, site.call.span);
  return things.flatMap((thing): Drain[] => {
    const drain = drainOf(service, thing);
    return drain ? [{ ...drain, sockets: socketsOn(service, held, thing) }] : [];
  })[0];
}
