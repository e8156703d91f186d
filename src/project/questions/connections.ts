import { argumentGiven } from '../arguments.js';
import type { Operation } from '../run/flow.js';
import type { Run } from '../run/run.js';
import type { Service } from '../service.js';
import { signalRoots } from './shutdown-roots.js';

/** A graceful close that connections without a request can hold open. */
export interface HeldClose {
  readonly operation: Operation;
}

/** How programs that look after their connections name what they do. */
const NAMES =
  /close(?:Idle|All)Connections|Connection['"]?\s*,\s*['"]close|keepAliveTimeout|(?:sockets|connections|sessions)\b|(?:sock|socket|conn|connection|session|stream)\??\.(?:close|destroy|end|goaway)\b/iu;

/** Closes of node servers that sweep nothing, mark no answer with `Connection: close`, and bound no keep-alive. */
export function heldCloses(service: Service): readonly HeldClose[] {
  return signalRoots(service).flatMap((root) => {
    const run = service.run(root.fn);
    if (run.cut || sweeps(service, run)) return [];
    const held = run.operations.filter(
      (operation) => operation.close.style === 'callback' && operation.things.some(isNodeServer) && !operation.forced,
    );
    return held.filter((operation) => !speaksOfConnections(service, operation)).map((operation) => ({ operation }));
  });
}

function isNodeServer({ library, type }: Operation['things'][number]): boolean {
  return type.kind === 'server' && /^node:https?2?$/u.test(library.name);
}

function sweeps(service: Service, run: Run): boolean {
  return run.operations.some(({ site, forced }) => forced || /closeIdle/u.test(service.text(site.module, site.call.callee.span)));
}

/** Marks answers with `Connection: close`, or sweeps connections: said anywhere in the program. */
const MARKS = /Connection['"]?\s*[,:]\s*['"]close|shouldKeepAlive|closeIdleConnections/iu;

/** The program that has the server handles its connections in some way that is seen. */
function speaksOfConnections(service: Service, operation: Operation): boolean {
  const modules = new Set([
    operation.site.module,
    ...operation.things.flatMap(({ origin }) => origin?.module ?? []),
    ...operation.stack.map(({ module }) => module),
  ]);
  const isTold = operation.things.some(
    ({ origin }) =>
      origin &&
      ['0.forceCloseConnections', '0.keepAliveTimeout'].some((at) => argumentGiven(service.link, { ...origin, owner: 0 }, at) === 'yes'),
  );
  return (
    isTold ||
    tracksSockets(service, operation) ||
    isMarkedElsewhere(service, operation) ||
    [...modules].some((module) => namesConnections(service, service.workspace.text(module.path) ?? ''))
  );
}

function namesConnections({ link }: Service, text: string): boolean {
  const lower = text.toLowerCase();
  return NAMES.test(withoutProse(text).replace(/server\.close\b/gu, '')) || link.knowledge.sweeping.some((word) => lower.includes(word));
}

/** What is said to people does nothing: comments, and texts of several words (`'Closed existing connections.'`). */
function withoutProse(text: string): string {
  // Each part ends somewhere, at the latest with its line or the text, so that nothing is read twice.
  return text.replace(/\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|(['"`])(?:\\.|(?!\1)[^\\\n])*(?:\1|\\?$|(?=\\?\n))/gu, (part, quote?: string) => {
    const isCode = quote !== undefined && (!part.endsWith(quote) || part.includes('${') || !/\s/u.test(part));
    return isCode ? part : '';
  });
}

/** Keeps the sockets of the server in a list, from which the shutdown can end them. */
function tracksSockets(service: Service, { things }: Operation): boolean {
  const listeners = service
    .handed('connection')
    .filter(({ target }) => target.kind === 'member' && things.some(({ id }) => id === target.receiver?.id));
  return listeners.some(({ functions }) =>
    functions.some((fn) =>
      service.reach.callsIn(fn).some(({ call: { callee } }) => callee.kind === 'member' && /^(?:add|push|set)$/u.test(callee.name ?? '')),
    ),
  );
}

function isMarkedElsewhere(service: Service, { site }: Operation): boolean {
  const loaded = service.processesLoading(site.module).flatMap(({ possible }) => [...possible.values()].filter((fn) => fn.function === 0));
  return loaded.some(({ module }) => MARKS.test(service.workspace.text(module.path) ?? ''));
}
