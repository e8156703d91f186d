import type { Library } from '../shape.js';

/** What the language and Node.js give without an import, other than timers, `console` and `process`. */
export const nodeGlobals: Library = {
  name: 'node:globals',
  modules: [],
  manual: 'https://nodejs.org/docs/latest/api/globals.html',
  verified: 'manual',
  globals: {
    fetch: { promise: true, io: { timeout: ['1.signal'] } },
    AbortController: { returns: 'AbortController', opens: true },
    AbortSignal: {
      members: {
        timeout: { returns: 'AbortSignal', opens: false },
        any: { returns: 'AbortSignal', opens: false },
        abort: { returns: 'AbortSignal', opens: false },
      },
    },
    DisposableStack: { returns: 'DisposableStack', opens: true },
    AsyncDisposableStack: { returns: 'DisposableStack', opens: true },
    Promise: {
      promise: true,
      settledBy: 0,
      calls: [{ at: 0, role: 'now' }],
      members: {
        all: { joins: 'all', promise: true },
        allSettled: { joins: 'allSettled', promise: true },
        race: { joins: 'race', promise: true },
        any: { joins: 'any', promise: true },
        resolve: { resolves: 0, promise: true },
        reject: { promise: true },
      },
    },
  },
  exports: {},
  types: {
    AbortController: { label: 'abort controller', kind: 'value', members: { signal: { is: 'AbortSignal' }, abort: { aborts: true } } },
    DisposableStack: {
      label: 'stack of disposals',
      kind: 'value',
      members: {
        defer: { calls: [{ at: 0, role: 'shutdown', awaited: true }] },
        adopt: { returns: 0, calls: [{ at: 1, role: 'shutdown', awaited: true }] },
        use: { returns: 0 },
        move: { returns: 'DisposableStack' },
        disposeAsync: { promise: true, disposes: true },
        '@@asyncDispose': { promise: true, disposes: true },
        dispose: { disposes: true },
        '@@dispose': { disposes: true },
      },
    },
    AbortSignal: {
      label: 'abort signal',
      kind: 'value',
      members: { addEventListener: { calls: [{ at: 1, role: 'event' }] }, throwIfAborted: {}, aborted: {} },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';

const server = http.createServer(async (request, response) => {
  const answer = await fetch('http://inventory.internal/items', { signal: AbortSignal.timeout(500) });
  response.end(await answer.text());
}).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await Promise.all([new Promise((resolve) => server.close(resolve))]); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'Promise.all([new Promise((resolve) => server.close(resolve))]);',
    },
  ],
};
