/** Brings the connections of servers to their end before and while they close; reasons and measurements: docs/the-shutdown-pattern.md. */
import type { Service } from '../project/service.js';
import type { ResourceThing } from '../project/thing.js';
import { type Closer, closeLines, completionPromise, type Drain, type Sockets } from './closing.js';
import { type Dialect, dialectOf, milliseconds } from './dialect.js';
import { freeName } from './names.js';
import type { Source } from './source.js';
import { insertedDeadline } from '../project/questions/inserted-deadline.js';

/** Seconds in which routers notice that the process is about to stop. */
const ROUTING_LAG = 1;

/** Seconds between two looks for idle connections: a client that asks again at that moment finds its connection cut, so they are rare. */
const SWEEP = 1;

/** The part of the deadline that a drain may take. */
const SHARE = 0.8;

/** The part of a drain that one pause of it may take: where the deadline is short, all of it would be over before anything is closed. */
const PAUSE = 1 / 8;

const SERVERS: Readonly<Record<string, Pick<Drain, 'connections' | 'path'>>> = {
  'node:http#Server': { connections: 'keep-alive', path: '' },
  'node:https#Server': { connections: 'keep-alive', path: '' },
  'node:http2#Http2Server': { connections: 'sessions', path: '' },
  'node:http2#Http2SecureServer': { connections: 'sessions', path: '' },
  'fastify#FastifyInstance': { connections: 'keep-alive', path: 'server.' },
  '@hapi/hapi#Server': { connections: 'keep-alive', path: 'listener.' },
  '@nestjs/common#INestApplication': { connections: 'keep-alive', path: 'getHttpServer().' },
  'ws#WebSocketServer': { connections: 'sockets', path: '' },
  'ws#Server': { connections: 'sockets', path: '' },
};

export function drainOf(service: Service, { library, typeName, origin }: ResourceThing): Drain | undefined {
  const server = SERVERS[`${library.name}#${typeName.split('#').at(-1) ?? ''}`];
  const isUnion = origin && service.link.called(origin).some((target) => target.kind === 'member' && target.member.returnsUnion === true);
  return server && { ...server, ...(isUnion === true && { isUnion }), limitSeconds: insertedDeadline(service) * SHARE };
}

/**
 * The closes of a shutdown, in order. Answers end their connections while routers take notice; then connections are closed as they
 * go idle, and what never ends is cut before the deadline.
 */
export function drainLines(closers: readonly Closer[], dialect: Dialect): readonly string[] {
  const announced = closers.flatMap((closer) => announcement(closer, dialect));
  const ended = closers.flatMap((closer) =>
    closer.drain?.sessions === undefined
      ? [...endings(closer, dialect), ...closeLines(closer, dialect)]
      : withSessions(closer, closer.drain.sessions, dialect),
  );
  const limits = closers.flatMap(({ drain }) => (drain ? [drain.limitSeconds] : []));
  return [...announced, ...(limits.length > 0 ? [pause(Math.min(...limits), dialect)] : []), ...ended];
}

/** For libraries that close the server themselves: what stands before that. */
export function leaveLines(closer: Closer, dialect: Dialect): readonly string[] {
  return [...announcement(closer, dialect), pause(closer.drain?.limitSeconds, dialect)];
}

/** What stands before the close of a server; only an asynchronous function can wait for routers. */
export function connectionLines(closer: Closer, dialect: Dialect, isAsync: boolean): readonly string[] {
  return [...announcement(closer, dialect), ...(isAsync ? [pause(closer.drain?.limitSeconds, dialect)] : []), ...endings(closer, dialect)];
}

function pause(limitSeconds: number | undefined, { semicolon }: Dialect): string {
  const wait = milliseconds(within(ROUTING_LAG, limitSeconds));
  return `await new Promise((resolve) => setTimeout(resolve, ${wait}))${semicolon} // until routers have noticed`;
}

function within(seconds: number, limitSeconds = Infinity): number {
  return Math.min(seconds, limitSeconds * PAUSE);
}

/** `server.` or `server?.`, and on to the server of Node.js. */
export function serverIn({ expression, drain }: Closer): string {
  return drain?.server ?? expression.replace(/(?<![\w$])[\w$]+\(\)$/u, '') + (drain?.path ?? '');
}

/** Only a request tells where it came from: without a set of all sessions, those end that are used again. */
function announcement(closer: Closer, { semicolon, quote }: Dialect): readonly string[] {
  const on = (event: string, listener: string): string =>
    `${serverIn(closer)}prependListener(${quote}${event}${quote}, ${listener})${semicolon}`;
  switch (closer.drain?.connections) {
    case 'keep-alive':
    case 'told':
      return [on('request', `(_request, response) => response.setHeader(${quote}Connection${quote}, ${quote}close${quote})`)];
    case 'sessions':
      return closer.drain.sessions === undefined ? [on('stream', '(stream) => stream.session?.close()')] : [];
    default:
      return [];
  }
}

function endings(closer: Closer, dialect: Dialect): readonly string[] {
  const { drain } = closer;
  if (!drain) return [];
  const { semicolon } = dialect;
  const server = serverIn(closer);
  const cut = (call: string): string => `setTimeout(() => ${call}, ${milliseconds(drain.limitSeconds)}).unref()${semicolon}`;
  const sockets = (drain.sockets ?? []).flatMap((one) => goodbye(one, cut, dialect));
  switch (drain.connections) {
    case 'keep-alive':
      return [
        ...sockets,
        ...timed({ timer: 'setInterval', method: 'closeIdleConnections', seconds: within(SWEEP, drain.limitSeconds) }, closer, dialect),
        ...timed({ timer: 'setTimeout', method: 'closeAllConnections', seconds: drain.limitSeconds }, closer, dialect),
      ];
    case 'told':
      return sockets;
    case 'sockets':
      return goodbye({ name: server.replace(/\.$/u, ''), library: 'ws' }, cut, dialect);
    case 'sessions':
      return sockets;
  }
}

interface Timed {
  readonly timer: 'setInterval' | 'setTimeout';
  readonly method: string;
  readonly seconds: number;
}

/** TypeScript forgets in a callback what was asked outside of it. */
function timed({ timer, method, seconds }: Timed, closer: Closer, { semicolon, quote, typescript }: Dialect): readonly string[] {
  const server = serverIn(closer);
  const rest = `, ${milliseconds(seconds)}).unref()${semicolon}`;
  if (closer.drain?.isUnion !== true || !typescript) return [`${timer}(() => ${server}${method}()${rest}`];
  const name = server.replace(/\??\.$/u, '');
  const isThere = server.endsWith('?.') ? `${name} && ` : '';
  return [`${timer}(() => {`, `\tif (${isThere}${quote}${method}${quote} in ${name}) ${name}.${method}()${semicolon}`, `}${rest}`];
}

/** No new session comes once the server closes; one that it has closed itself calls no callback, but its event comes. */
function withSessions(closer: Closer, sessions: string, dialect: Dialect): readonly string[] {
  const { semicolon, quote, typescript } = dialect;
  const limit = milliseconds(closer.drain?.limitSeconds ?? 0);
  const goodbye = `new Promise${typescript ? '<void>' : ''}((resolve) => session.once(${quote}close${quote}, resolve).close())`;
  return [
    ...endings(closer, dialect),
    `setTimeout(() => ${sessions}.forEach((session) => session.destroy()), ${limit}).unref()${semicolon}`,
    'await Promise.all([',
    ...[...completionPromise(closer.expression, dialect).slice(0, -1), '}),'].map((line) => `\t${line}`),
    `\t...[...${sessions}].map((session) => ${goodbye})${dialect.trailingComma}`,
    `])${semicolon}`,
  ];
}

/** 1001: going away. https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 */
function goodbye({ name, library }: Sockets, cut: (call: string) => string, { semicolon }: Dialect): readonly string[] {
  if (library === 'socket.io') return [`${name}.disconnectSockets(true)${semicolon}`];
  return [
    `for (const client of ${name}.clients) client.close(1001)${semicolon}`,
    cut(`${name}.clients.forEach((client) => client.terminate())`),
  ];
}

/** Keeps the sessions of HTTP/2 servers from the start, so that all of them can be ended: before Node.js 24 `close()` leaves them open. */
export function trackSessions(
  closers: readonly Closer[],
  source: Source,
): { readonly lines: readonly string[]; readonly closers: readonly Closer[] } {
  const { semicolon, typescript, quote } = dialectOf(source);
  const index = closers.findIndex(({ drain }) => drain?.connections === 'sessions');
  const closer = closers[index];
  if (!closer?.drain) return { lines: [], closers };
  const sessions = freeName(source, ['sessions', 'http2Sessions']);
  const type = typescript ? `<import(${quote}node:http2${quote}).ServerHttp2Session>` : '';
  const lines = [
    `const ${sessions} = new Set${type}()${semicolon}`,
    `${serverIn(closer)}on(${quote}session${quote}, (session) => {`,
    `\t${sessions}.add(session)${semicolon}`,
    `\tsession.once(${quote}close${quote}, () => ${sessions}.delete(session))${semicolon}`,
    `})${semicolon}`,
    '',
  ];
  return { lines, closers: closers.with(index, { ...closer, drain: { ...closer.drain, sessions } }) };
}
