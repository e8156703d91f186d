import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const http = (head: string): string => `import http from 'node:http';\n${head}\nconst server = http.createServer((request, response) => response.end('ok')).listen(3000);\n`;
const hook = (at: string): NonNullable<Member['calls']>[number] => ({ at, role: 'shutdown', awaited: true });

/** lib/terminus.js: beforeShutdown, stop of the server (1 s by default), onSignal, onShutdown, then the signal again. */
export const terminus: Library = {
  name: '@godaddy/terminus', manual: 'https://github.com/godaddy/terminus#usage', verified: 'measured',
  exports: {
    default: {},
    createTerminus: { returns: 0, signals: { handles: ['SIGTERM'], from: '1.signals', then: 'reraise', idempotent: true, deadline: 1000, closes: 0 }, calls: [hook('1.onSignal'), hook('1.beforeShutdown'), hook('1.onShutdown'), { at: '1.healthChecks.*', role: 'probe', awaited: true }] },
  },
  examples: [{ code: `${http("import { createTerminus } from '@godaddy/terminus';")}createTerminus(server, { signals: ['SIGTERM', 'SIGINT'] }); // close\n`, opens: ['node:http#Server'], live: true }],
};
const ship: Member = { resolves: 'Lightship', promise: true, signals: { handles: ['SIGTERM', 'SIGINT', 'SIGHUP'], from: '0.signals', then: 'exit', idempotent: true, deadline: 60_000 } };
export const lightship: Library = {
  name: 'lightship', manual: 'https://github.com/gajus/lightship#usage', verified: 'source', exports: { createLightship: ship },
  types: { Lightship: { label: 'lightship', kind: 'helper', members: { registerShutdownHandler: { calls: [hook('0')] }, signalReady: {}, signalNotReady: {}, shutdown: { promise: true } } } },
  examples: [{ code: `${http("import { createLightship } from 'lightship';\nconst lightship = await createLightship();")}lightship.registerShutdownHandler(() => new Promise((resolve) => server.close(resolve))); // close\nlightship.signalReady();\n`, opens: ['node:http#Server'], live: true }],
};
const terminator: Member = { returns: 'Terminator', owns: ['0.server'] };
export const httpTerminator: Library = {
  name: 'http-terminator', manual: 'https://github.com/gajus/http-terminator#usage', verified: 'measured', exports: { createHttpTerminator: terminator },
  types: { Terminator: { label: 'HTTP terminator', kind: 'server', phase: 'stop-accepting', members: { terminate: { promise: true, closes: { style: 'promise', drains: true, deadline: 1000, idempotent: true } } } } },
  examples: [{ code: `${http("import { createHttpTerminator } from 'http-terminator';")}const terminator = createHttpTerminator({ server });\nprocess.on('SIGTERM', async () => {\n  await terminator.terminate(); // close\n  process.exit(0);\n});\n`, opens: ['node:http#Server'], live: true }],
};
const grace: Member = { returns: 'Grace', signals: { handles: ['SIGTERM', 'SIGINT'], then: 'exit', idempotent: true, deadline: '0.delay' }, calls: [{ at: 'last', role: 'shutdown', awaited: true, done: 1 }] };
export const closeWithGrace: Library = {
  name: 'close-with-grace', manual: 'https://github.com/mcollina/close-with-grace#readme', verified: 'measured', exports: { default: grace, closeWithGrace: grace },
  types: { Grace: { label: 'shutdown helper', kind: 'helper', members: { close: {}, uninstall: {} } } },
  examples: [{ code: `${http("import closeWithGrace from 'close-with-grace';")}closeWithGrace({ delay: 10000 }, async () => {\n  await new Promise((resolve) => server.close(resolve)); // close\n});\n`, opens: ['node:http#Server'], live: true }],
};
export const stoppable: Library = {
  name: 'stoppable', manual: 'https://github.com/hunterloftis/stoppable#usage', verified: 'measured', exports: { default: { returns: 'Stoppable', owns: ['0'] } },
  types: { Stoppable: { label: 'HTTP server', kind: 'server', phase: 'stop-accepting', extends: ['node:http#Server'], members: { stop: { closes: { style: 'callback', drains: true } } } } },
  examples: [{ code: "import http from 'node:http';\nimport stoppable from 'stoppable';\nconst server = stoppable(http.createServer(), 5000);\nserver.listen(3000);\nprocess.on('SIGTERM', () => {\n  server.stop(() => process.exit(0)); // close\n});\n", opens: ['node:http#Server'], live: true }],
};
const graceful: Member = { signals: { handles: ['SIGTERM', 'SIGINT'], then: 'exit', idempotent: true, deadline: 30_000, closes: 0 }, calls: [hook('1.onShutdown'), hook('1.preShutdown'), { at: '1.finally', role: 'shutdown' }] };
export const httpGracefulShutdown: Library = {
  name: 'http-graceful-shutdown', manual: 'https://github.com/sebhildebrandt/http-graceful-shutdown#options', verified: 'measured', exports: { default: graceful },
  examples: [{ code: `${http("import gracefulShutdown from 'http-graceful-shutdown';")}gracefulShutdown(server); // close\n`, opens: ['node:http#Server'], live: true }],
};
const logging = each('log info http verbose warn error debug silly trace fatal', { logs: true });
const logger: Member = { returns: 'Logger' };
export const pino: Library = {
  name: 'pino', manual: 'https://getpino.io/#/docs/asynchronous', verified: 'measured', exports: { default: { ...logger, members: { transport: {}, destination: {} } }, pino: logger },
  types: { Logger: { label: 'logger', kind: 'value', members: { ...logging, child: { returns: 'Logger' }, flush: { flushes: { style: 'either', drains: true } } } } },
  examples: [{ code: "import pino from 'pino';\nconst log = pino();\nlog.info('up');\n", opens: [], live: false }],
};
export const winston: Library = {
  name: 'winston', manual: 'https://github.com/winstonjs/winston#awaiting-logs-to-be-written-in-winston', verified: 'source', exports: { default: { members: { ...logging, createLogger: logger } }, createLogger: logger },
  types: { Logger: { label: 'logger', kind: 'value', members: { ...logging, child: { returns: 'Logger' }, add: {}, end: {} }, events: { '*': { role: 'event' } } } },
  examples: [{ code: "import winston from 'winston';\nconst log = winston.createLogger();\nlog.info('up');\n", opens: [], live: false }],
};
const hookAt: Member = { signals: { handles: ['SIGTERM', 'SIGINT'], then: 'exit', idempotent: true }, calls: [{ at: 0, role: 'shutdown', awaited: true }] };
export const exitHook: Library = {
  name: 'exit-hook', modules: ['exit-hook', 'async-exit-hook', 'node-graceful-shutdown', 'death'], manual: 'https://github.com/sindresorhus/exit-hook#readme', verified: 'source', exports: { default: hookAt, asyncExitHook: hookAt, onShutdown: hookAt },
  examples: [{ code: "import { asyncExitHook } from 'exit-hook';\nasyncExitHook(async () => {}, { wait: 500 });\n", opens: [], live: false }],
};
const http1: Member = { promise: true, io: { timeout: ['0.timeout', '1.timeout', '2.timeout', '0.signal', '1.signal', '2.signal'] } };
const client: Readonly<Record<string, Member>> = { ...each('get post put patch delete head request options', http1), create: { returns: 'Client', opens: true } };
export const axios: Library = {
  name: 'axios', manual: 'https://axios-http.com/docs/req_config', verified: 'manual', exports: { default: { ...http1, members: client } },
  types: { Client: { label: 'HTTP client', kind: 'client', timeouts: ['0.timeout'], members: client } },
  examples: [{ code: "import axios from 'axios';\nawait axios.get('http://localhost', { timeout: 500 });\n", opens: [], live: false }],
};
