/** No signal reaches a worker thread: what listens there handles nothing, and begins nothing. */
import { table } from '../rules/table.js';

const WORKER = `
const { Pool } = require('pg');
exports.work = () => {
  const pool = new Pool();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => pool.end());
};
`;

const BOTH = `
const { isMainThread, Worker } = require('node:worker_threads');
if (isMainThread) {
  require('./server.js').serve(() => new Worker(require.resolve('./main.js')));
} else {
  require('./worker.js').work();
}
`;

const serving = (shutdown: string, mark = ''): string => `
const http = require('node:http');
exports.serve = (startThread) => {
  const thread = startThread();
  const server = http.createServer((req, res) => res.end('ok')).listen(3000);${mark}
  ${shutdown}
};
`;

const manifest = { type: 'commonjs', scripts: { start: 'node src/main.js' } };

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'a listener in the part of a program that runs as a thread',
      manifest,
      files: { 'src/main.js': BOTH, 'src/worker.js': WORKER, 'src/server.js': serving('', ' // ! missing') },
    },
  ],
  silent: [
    {
      name: 'a listener beside one in a thread',
      manifest,
      files: {
        'src/main.js': BOTH.replace('isMainThread)', '!isMainThread)')
          .replace('./server.js', './one.js')
          .replace('./worker.js', './two.js'),
        'src/one.js': 'exports.serve = () => require("./worker.js").work();',
        'src/two.js': 'exports.work = () => require("./server.js").serve(() => undefined);',
        'src/worker.js': WORKER,
        'src/server.js': serving("process.once('SIGTERM', () => server.close(() => process.exit(0)));"),
      },
    },
  ],
});

table('require-idempotent-shutdown', {
  reports: [
    {
      name: 'a listener of the main thread',
      manifest,
      files: {
        'src/main.js': BOTH,
        'src/worker.js': WORKER,
        'src/server.js': serving("process.on('SIGTERM', () => server.close(() => process.exit(0))); // ! repeated"),
      },
    },
  ],
  silent: [
    {
      name: 'a listener of a thread',
      manifest,
      files: {
        'src/main.js': BOTH,
        'src/worker.js': WORKER,
        'src/server.js': serving("process.once('SIGTERM', () => server.close(() => process.exit(0)));"),
      },
    },
  ],
});
