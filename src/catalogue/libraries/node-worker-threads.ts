import type { Library } from '../shape.js';

/** Measured: a worker holds the process; `terminate()` stops it at once, whatever it is doing. */
export const nodeWorkerThreads: Library = {
  name: 'node:worker_threads',
  manual: 'https://nodejs.org/docs/latest/api/worker_threads.html#workerterminate',
  verified: 'measured',
  exports: {
    Worker: { returns: 'Worker', opens: true },
    parentPort: { is: 'MessagePort' },
    isMainThread: {},
    workerData: {},
    MessageChannel: {},
  },
  types: {
    Worker: {
      label: 'worker thread',
      kind: 'process',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:events#EventEmitter'],
      members: {
        terminate: { promise: true, closes: { style: 'promise', drains: false, event: 'exit' } },
        '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: false, event: 'exit' } },
        postMessage: { tells: true },
        unref: { unrefs: true },
        ref: {},
      },
    },
    MessagePort: {
      label: 'message port',
      kind: 'value',
      keepsAlive: true,
      extends: ['node:events#EventEmitter'],
      members: { postMessage: {}, close: { closes: { style: 'sync', drains: false } }, unref: { unrefs: true } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Worker } from 'node:worker_threads';

const worker = new Worker('./resize.js');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await worker.terminate(); // close
  process.exit(0);
});
`,
      opens: ['Worker', 'node:http#Server'],
      live: true,
      notClosed: 'worker.terminate();',
    },
  ],
};
