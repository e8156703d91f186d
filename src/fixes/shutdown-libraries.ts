/** The shutdown pattern in the words of the libraries that a project may use already; from their manuals. */
import { type Closer } from './closing.js';
import { drainLines, leaveLines } from './drain.js';
import { type Dialect, dialectOf, milliseconds, quoted } from './dialect.js';
import { freeName, type Imported, imported } from './names.js';
import { shutdownLines } from './shutdown.js';
import type { Edit, Source } from './source.js';

export type Pattern =
  | 'inline'
  | 'fastify'
  | 'nest'
  | 'close-with-grace'
  | 'terminus'
  | 'lightship'
  | 'http-terminator'
  | 'http-graceful-shutdown'
  | 'stoppable';

export interface Service {
  /** What is live, and how it is closed. */
  readonly handle: string;
  readonly close: Closer;
  /** What is to be closed after it, in order. */
  readonly closers: readonly Closer[];
  readonly deadlineSeconds: number;
  readonly isAtTop: boolean;
  /** SIGINT has a listener already. */
  readonly isInterrupted?: boolean;
  /** The variable that holds what to do on a signal, where that is listened for already. */
  readonly held?: string;
}

export interface Written {
  readonly lines: readonly string[];
  readonly edits: readonly Edit[];
}

type Template = (source: Source, service: Service) => Written | undefined;

/** Undefined where the library cannot be brought in at this place. */
export const TEMPLATES: Readonly<Record<Pattern, Template>> = {
  inline: inline,
  fastify: inline,
  nest: (source, { handle }) => ({ lines: [`${handle}.enableShutdownHooks()${dialectOf(source).semicolon}`], edits: [] }),
  'close-with-grace': closeWithGrace,
  terminus: terminus,
  lightship: lightship,
  'http-terminator': httpTerminator,
  'http-graceful-shutdown': httpGracefulShutdown,
  stoppable: stoppable,
};

function inline(source: Source, { close, closers, ...service }: Service): Written {
  return { lines: shutdownLines(source, { ...service, closers: [close, ...closers] }), edits: [] };
}

/** What is attached to a server may be what closes it (Socket.IO): a library that closes the server would leave that open. */
function closesItself({ handle, close }: Service): boolean {
  return close.expression.startsWith(`${handle}.`);
}

function body(closers: readonly Closer[], dialect: Dialect): string[] {
  return drainLines(closers, dialect).map((line) => `\t${line}`);
}

/** https://github.com/mcollina/close-with-grace: it guards, bounds, exits, and calls back for fatal errors as well. */
function closeWithGrace(source: Source, { close, closers, deadlineSeconds }: Service): Written {
  const dialect = dialectOf(source);
  const { semicolon } = dialect;
  const library = imported(source, 'close-with-grace', 'default', 'closeWithGrace');
  const lines = [
    `${library.name}({ delay: ${milliseconds(deadlineSeconds)} }, async ({ err }) => {`,
    `\tif (err) console.error(err)${semicolon}`,
    ...body([close, ...closers], dialect),
    `})${semicolon}`,
  ];
  return { lines, edits: library.edits };
}

/** A property whose function closes everything but the server; none when there is nothing else. */
function hook(name: string, closers: readonly Closer[], dialect: Dialect): string[] {
  if (closers.length === 0) return [];
  return [`\t${name}: async () => {`, ...body(closers, dialect).map((line) => `\t${line}`), `\t}${dialect.trailingComma}`];
}

/** A property whose function tells clients to leave and lets routers notice. */
function leaving(name: string, close: Closer, comma: string, dialect: Dialect): string[] {
  return [`\t${name}: async () => {`, ...leaveLines(close, dialect).map((line) => `\t\t${line}`), `\t}${comma}`];
}

function withOptions(source: Source, library: Imported, handle: string, options: readonly string[]): Written {
  const { semicolon } = dialectOf(source);
  return { lines: [`${library.name}(${handle}, {`, ...options, `})${semicolon}`], edits: library.edits };
}

/** https://github.com/godaddy/terminus: closes the server by itself; only SIGTERM and one second by default. */
function terminus(source: Source, service: Service): Written | undefined {
  const { handle, close, closers, deadlineSeconds, isInterrupted = false } = service;
  if (!closesItself(service)) return undefined;
  const dialect = dialectOf(source);
  const signals = `[${['SIGTERM', ...(isInterrupted ? [] : ['SIGINT'])].map((signal) => quoted(signal, dialect)).join(', ')}]`;
  const hooks = hook('onSignal', closers, dialect);
  const last = hooks.length > 0 ? ',' : dialect.trailingComma;
  const options = [
    `\tsignals: ${signals},`,
    '\tuseExit0: true,',
    `\ttimeout: ${milliseconds(deadlineSeconds)},`,
    ...leaving('beforeShutdown', close, last, dialect),
    ...hooks,
  ];
  return withOptions(source, imported(source, '@godaddy/terminus', 'createTerminus'), handle, options);
}

/** https://github.com/sebhildebrandt/http-graceful-shutdown: SIGINT and SIGTERM, the server and the exit are its own. */
function httpGracefulShutdown(source: Source, service: Service): Written | undefined {
  const { handle, close, closers, deadlineSeconds } = service;
  if (!closesItself(service)) return undefined;
  const dialect = dialectOf(source);
  const hooks = hook('onShutdown', closers, dialect);
  const last = hooks.length > 0 ? ',' : dialect.trailingComma;
  const options = [`\ttimeout: ${milliseconds(deadlineSeconds)},`, ...leaving('preShutdown', close, last, dialect), ...hooks];
  return withOptions(source, imported(source, 'http-graceful-shutdown', 'default', 'gracefulShutdown'), handle, options);
}

/** https://github.com/gajus/http-terminator: ends keep-alive connections; signals are ours. */
function httpTerminator(source: Source, service: Service): Written | undefined {
  if (!closesItself(service)) return undefined;
  const { semicolon } = dialectOf(source);
  const library = imported(source, 'http-terminator', 'createHttpTerminator');
  const name = freeName(source, ['httpTerminator', 'serverTerminator']);
  const server = service.handle === 'server' ? 'server' : `server: ${service.handle}`;
  const limit = milliseconds(service.close.drain?.limitSeconds ?? service.deadlineSeconds);
  const close = closedBy(service, { expression: `${name}.terminate()`, style: 'promise' });
  const { lines } = inline(source, { ...service, close });
  return {
    lines: [`const ${name} = ${library.name}({ ${server}, gracefulTerminationTimeout: ${limit} })${semicolon}`, ...lines],
    edits: library.edits,
  };
}

/** The library ends idle connections and cuts what is left; what clients are told, and the time for routers, are ours. */
function closedBy({ handle, close: { drain } }: Service, close: Closer): Closer {
  return drain ? { ...close, drain: { ...drain, connections: 'told', server: `${handle}.` } } : close;
}

/** https://github.com/hunterloftis/stoppable: adds `stop` to the server, with the grace in milliseconds; signals are ours. */
function stoppable(source: Source, service: Service): Written | undefined {
  if (!closesItself(service)) return undefined;
  const { semicolon } = dialectOf(source);
  const library = imported(source, 'stoppable', 'default', 'stoppable');
  const name = freeName(source, ['stoppableServer']);
  const close = closedBy(service, { expression: `${name}.stop()`, style: 'callback' });
  const { lines } = inline(source, { ...service, close });
  const grace = milliseconds(service.close.drain?.limitSeconds ?? service.deadlineSeconds);
  return { lines: [`const ${name} = ${library.name}(${service.handle}, ${grace})${semicolon}`, ...lines], edits: library.edits };
}

/** https://github.com/gajus/lightship: only where the file has one already, since it serves probes at a port of its own. */
function lightship(source: Source, { close, closers }: Service): Written | undefined {
  const dialect = dialectOf(source);
  const existing = source.facts.bindings.find(({ sources }) =>
    sources.some(({ value }) => value !== undefined && isLightship(source, value)),
  );
  if (!existing) return undefined;
  const lines = [`${existing.name}.registerShutdownHandler(async () => {`, ...body([close, ...closers], dialect), `})${dialect.semicolon}`];
  return { lines, edits: [] };
}

function isLightship({ facts }: Source, value: NonNullable<Source['facts']['bindings'][number]['sources'][number]['value']>): boolean {
  const call = value.kind === 'await' ? value.value : value;
  if (call.kind !== 'call' || call.callee.kind !== 'reference') return false;
  return facts.bindings[call.callee.binding]?.name === 'createLightship';
}
