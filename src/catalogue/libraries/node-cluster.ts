import type { Library } from '../shape.js';

/** The manual: SIGTERM sent to the primary is not passed on to the workers. */
export const nodeCluster: Library = {
  name: 'node:cluster',
  manual: 'https://nodejs.org/docs/latest/api/cluster.html#clusterdisconnectcallback',
  verified: 'manual',
  exports: { default: { is: 'Cluster' } },
  types: {
    Cluster: {
      label: 'cluster',
      kind: 'process',
      extends: ['node:events#EventEmitter'],
      members: {
        fork: { returns: 'Worker', opens: true },
        disconnect: { closes: { style: 'callback', drains: true } },
        setupPrimary: {},
        setupMaster: {},
        worker: { is: 'Worker' },
        workers: { collection: 'Worker' },
      },
      events: {
        message: { role: 'event', parameters: ['Worker', null] },
        exit: { role: 'event', parameters: ['Worker', null, null] },
        '*': { role: 'event', parameters: ['Worker'] },
      },
    },
    Worker: {
      label: 'cluster worker',
      kind: 'process',
      phase: 'stop-accepting',
      keepsAlive: true,
      extends: ['node:events#EventEmitter'],
      members: {
        disconnect: { returns: 'this', closes: { style: 'detached', drains: true, event: 'exit' } },
        kill: { closes: { style: 'detached', drains: true, event: 'exit' } },
        destroy: { closes: { style: 'detached', drains: true, event: 'exit' } },
        // Its end is the end of the worker.
        process: { is: 'Worker' },
        send: {},
      },
    },
  },
  examples: [
    {
      code: `import cluster from 'node:cluster';
import http from 'node:http';

if (cluster.isPrimary) {
  cluster.fork();
  process.once('SIGTERM', () => {
    for (const worker of Object.values(cluster.workers)) worker.kill('SIGTERM');
  });
} else {
  const server = http.createServer((request, response) => response.end('ok')).listen(3000);
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    server.close(() => process.exit(0)); // close
  });
}
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'process.exit(0);',
    },
  ],
};
