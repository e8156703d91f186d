/** What libraries that handle signals themselves close, and what they leave live. */
import { argumentThings } from './arguments.js';
import { closedWith } from './ownership.js';
import type { Process } from './processes.js';
import type { Service } from './service.js';
import type { SignalListener } from './signals.js';
import { takesWork } from './starts.js';
import { awaited, type Things } from './thing.js';

/** What a library that handles signals closes by itself: what it is told to, and what the same call makes. */
export function closedByLibrary(service: Service, { site, library, plugin }: SignalListener): Things {
  if (!library) return [];
  const { closes } = library;
  const made = awaited(service.link.of(site.module, site.call));
  if (closes === undefined && !plugin) return made;
  if (closes !== undefined && closes !== 'this') return [...made, ...argumentThings(service.link, site, closes)];
  return service.link.called(site).flatMap((target) => (target.kind === 'member' ? (target.receiver ?? []) : []));
}

/** It stops its own part, then lets the signal end the process while all servers and consumers are live: Apollo Server beside Express. */
export function endsLive(service: Service, listener: SignalListener, process: Process): boolean {
  if (listener.library?.then !== 'reraise' || listener.functions.length > 0) return false;
  const closed = closedWith(service, closedByLibrary(service, listener));
  const live = process.starts.filter(({ thing }) => takesWork(thing));
  return live.length > 0 && !live.some(({ thing }) => closed.has(thing.id));
}
