/** Brings the connections of servers to their end before and while they close; reasons and measurements: docs/the-shutdown-pattern.md. */
import type { Operation } from '../project/run/flow.js';
import type { Service } from '../project/service.js';
import type { ResourceThing } from '../project/thing.js';
import { type Closer, closeLines, type Drain } from './closing.js';
import { type Dialect, milliseconds } from './dialect.js';

/** Milliseconds in which routers notice that the process is about to stop. */
const ROUTING_LAG = 1000;

/** The part of the deadline that a drain may take. */
const SHARE = 0.8;

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

export function drainOf({ settings }: Service, { library, typeName }: ResourceThing): Drain | undefined {
  const server = SERVERS[`${library.name}#${typeName.split('#').at(-1) ?? ''}`];
  return server && { ...server, limitSeconds: settings.deadlineSeconds * SHARE };
}

export function drainFor(service: Service, { things }: Operation): Drain | undefined {
  const drains = things.map((thing) => drainOf(service, thing));
  return drains.find((drain) => drain !== undefined);
}

/**
 * The closes of a shutdown, in order. Answers end their connections while routers take notice; then connections are closed as they
 * go idle, and what never ends is cut before the deadline.
 */
export function drainLines(closers: readonly Closer[], dialect: Dialect): readonly string[] {
  const announced = closers.flatMap((closer) => announcement(closer, dialect));
  const ended = closers.flatMap((closer) => [...endings(closer, dialect), ...closeLines(closer, dialect)]);
  return [...announced, ...(closers.some(({ drain }) => drain) ? [pause(dialect)] : []), ...ended];
}

/** What stands before the close of a server; only an asynchronous function can wait for routers. */
export function connectionLines(closer: Closer, dialect: Dialect, isAsync: boolean): readonly string[] {
  return [...announcement(closer, dialect), ...(isAsync ? [pause(dialect)] : []), ...endings(closer, dialect)];
}

function pause({ semicolon }: Dialect): string {
  return `await new Promise((resolve) => setTimeout(resolve, ${String(ROUTING_LAG)}))${semicolon} // until routers have noticed`;
}

/** `server.` or `server?.`, and on to the server of Node.js. */
function serverIn({ expression, drain }: Closer): string {
  return expression.replace(/[\w$]+\(\)$/u, '') + (drain?.path ?? '');
}

function announcement(closer: Closer, { semicolon, quote }: Dialect): readonly string[] {
  if (closer.drain?.connections !== 'keep-alive') return [];
  const header = [`${quote}Connection${quote}`, `${quote}close${quote}`].join(', ');
  return [`${serverIn(closer)}prependListener(${quote}request${quote}, (_request, response) => response.setHeader(${header}))${semicolon}`];
}

function endings(closer: Closer, { semicolon }: Dialect): readonly string[] {
  const { drain } = closer;
  const server = serverIn(closer);
  if (!drain) return [];
  const cut = (call: string): string => `setTimeout(() => ${call}, ${milliseconds(drain.limitSeconds)}).unref()${semicolon}`;
  if (drain.connections === 'keep-alive') {
    return [`setInterval(() => ${server}closeIdleConnections(), 100).unref()${semicolon}`, cut(`${server}closeAllConnections()`)];
  }
  if (drain.connections === 'sockets') {
    return [
      `for (const client of ${server}clients) client.close(1001)${semicolon}`,
      cut(`${server}clients.forEach((client) => client.terminate())`),
    ];
  }
  return [];
}
