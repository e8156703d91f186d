import type { Close } from '../catalogue/shape.js';
import type { ResourceThing, Thing } from './thing.js';

const LASTING: ReadonlySet<string> = new Set(['consumer', 'producer', 'database', 'cache']);

/** The event that tells the end of a close, where nothing else does. A child process or a client may begin anew then. */
export function endEvent({ style, event }: Close, things: readonly Thing[]): string | undefined {
  return style === 'detached' && things.some((thing) => thing.kind === 'resource' && LASTING.has(thing.type.kind)) ? event : undefined;
}

/** Servers close for good, and so does what tells its end by this event alone. */
export function isEndEvent(thing: ResourceThing, event: string): boolean {
  if (thing.type.kind === 'server') return event === 'close';
  return Object.values(thing.type.members ?? {}).some(({ closes }) => closes !== undefined && endEvent(closes, [thing]) === event);
}
