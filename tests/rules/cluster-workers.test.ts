/** A primary that stops its workers: by the worker, or by the process of the worker. */
import { cjs, table, type Case } from './table.js';

const primary: readonly Case[] = [
  {
    name: 'workers asked by their processes, and made to end after a while',
    files: cjs`
    const cluster = require('node:cluster');
    const http = require('node:http');
    if (cluster.isWorker) {
      http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => process.exit(0));
    } else {
      cluster.fork();
      cluster.fork();
      process.once('SIGTERM', shutdown);
    }
    function shutdown() {
      for (const id in cluster.workers) {
        if (cluster.workers[id]) cluster.workers[id].process.kill();
      }
      setTimeout(forceKill, 5000).unref();
    }
    function forceKill() {
      for (const id in cluster.workers) {
        if (cluster.workers[id]) cluster.workers[id].kill();
      }
      process.exit();
    }
  `,
  },
];

table('enforce-shutdown-order', { silent: primary });
table('require-shutdown-deadline', { silent: primary });
