/** Small services with defects, in JavaScript that every parser reads, and what must be found in them. */
import type { Files } from './built.js';

const server = `import http from 'node:http';
import { startMetrics } from './metrics.js';

const server = http.createServer((request, response) => response.end('ok'));
startMetrics();
server.listen(3000);

process.once('SIGTERM', async () => {
  await server.close();
  process.exit(0);
});
process.once('SIGINT', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close();
});
`;

const metrics = `export function startMetrics() {
  setInterval(() => console.log(process.memoryUsage().rss), 60_000);
}
`;

const worker = `import { Worker } from 'bullmq';

const worker = new Worker('mail', async (job) => console.log(job.id));

process.once('SIGTERN', async () => {
  await worker.close();
});
`;

const manifest = JSON.stringify({
  name: 'orders',
  type: 'module',
  scripts: { start: 'node src/server.js', worker: 'node src/worker.js' },
  dependencies: { bullmq: '^5.0.0' },
});

export const orders: Files = { 'package.json': manifest, 'src/server.js': server, 'src/metrics.js': metrics, 'src/worker.js': worker };

/** `file:line rule`, in the order of a report. */
export const ordersFindings = [
  'src/metrics.js:2 no-uncleared-timer',
  'src/server.js:9 no-unawaited-close',
  'src/server.js:10 no-exit-before-close',
  'src/worker.js:3 require-sigterm-listener',
  'src/worker.js:5 valid-signal',
];

/** One defect, in one file. */
export const unstoppable = `import http from 'node:http';
http.createServer((request, response) => response.end('ok')).listen(3000);
`;
