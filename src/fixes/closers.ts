/** What a shutdown at some place can close: live things and dependencies that have a name there. */
import type { Member } from '../catalogue/shape.js';
import type { BindingFact, CallValue } from '../facts/module-facts.js';
import { endEvent } from '../project/end-events.js';
import type { Module } from '../project/module.js';
import type { Service } from '../project/service.js';
import { takesWork } from '../project/starts.js';
import type { ResourceThing } from '../project/thing.js';
import { type Closer, tellingOf, unchained } from './closing.js';
import { drainOf } from './drain.js';

/** The graceful close of a thing: its method and style. */
export interface GracefulClose extends Omit<Closer, 'expression'> {
  readonly method: string;
}

export function closeOf(service: Service, thing: ResourceThing): GracefulClose | undefined {
  const members = membersOf(service, thing);
  const graceful = members.filter(([name, member]) => member.closes && member.closes.forced !== true && !name.startsWith('@@'));
  const found = graceful.find(([, member]) => member.closes?.drains) ?? graceful[0];
  const closes = found?.[1].closes;
  return closes && { method: `${found[0]}()`, style: tellingOf(closes, endEvent(closes, [thing])), drain: drainOf(service, thing) };
}

function membersOf(service: Service, { library, typeName, type }: ResourceThing): readonly (readonly [string, Member])[] {
  const inherited = (type.extends ?? []).flatMap((name) => {
    const parent = service.link.knowledge.type(name, library);
    return parent ? Object.entries(parent.type.members ?? {}) : [];
  });
  return [...Object.entries(type.members ?? {}), ...inherited].filter(([, member]) => typeName !== '' && member.closes !== undefined);
}

const PHASES = ['stop-accepting', 'drain', 'close-dependencies', 'flush-telemetry'];

/** The turn of a thing in a shutdown. */
export function rankOf({ type: { phase } }: ResourceThing): number {
  return PHASES.indexOf(phase ?? '');
}

/** `handle`: with its dot. */
export function closerOn(handle: string, { method, ...close }: GracefulClose): Closer {
  return { expression: handle + method, ...close };
}

export function isVisible(module: Module, binding: BindingFact, fn: number): boolean {
  if (binding.kind === 'parameter' || binding.kind === 'catch') return binding.owner === fn;
  for (let owner = fn; owner >= 0; owner = module.function(owner)?.owner ?? -1) if (binding.owner === owner) return true;
  return false;
}

/** Whether the call is on a variable that holds the thing. */
export function isCloseOf(service: Service, module: Module, expression: string, { id }: ResourceThing): boolean {
  const name = unchained(expression).split('.')[0] ?? '';
  return module.facts.bindings.some(
    (binding, index) =>
      binding.name === name &&
      service.link.of(module, { kind: 'reference', binding: index, span: binding.span }).some((thing) => thing.id === id),
  );
}

/** What takes work in the processes that register the listener. */
export function liveThings(service: Service, listener: CallValue | undefined): readonly ResourceThing[] {
  const processes = service.processes.filter((process) => process.listeners.some(({ site }) => site.call === listener));
  return processes.flatMap((process) => process.starts.map(({ thing }) => thing).filter(takesWork));
}
