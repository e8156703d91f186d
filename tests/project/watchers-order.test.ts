/** What a close that drains nothing means for what is closed beside it. */
import { table } from '../rules/table.js';

const service = (shutdown: string): Record<string, string> => ({
  'src/main.js': `
  import chokidar from 'chokidar';
  import { Queue, Worker } from 'bullmq';
  const queue = new Queue('mail');
  const worker = new Worker('mail', async (job) => job.data);
  const watcher = chokidar.watch('config.json');
  watcher.on('change', () => queue.add('reload', {}));
  process.once('SIGTERM', async () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    ${shutdown}
    process.exit(0);
  });
`,
});

table('enforce-shutdown-order', {
  at: /close/u,
  reports: [
    {
      name: 'a queue before its worker, beside a watcher',
      files: service(`await queue.close(); // ! before
    await Promise.all([worker.close(), watcher.close()]);`),
    },
    {
      name: 'a queue before the watcher that adds to it',
      files: service(`await worker.close();
    await queue.close(); // ! before
    await watcher.close();`),
    },
  ],
  silent: [
    {
      name: 'a queue after its worker, beside a watcher',
      files: service('await Promise.all([worker.close().then(() => queue.close()), watcher.close()]);'),
    },
    {
      name: 'two owners that close side by side',
      files: service(
        'await Promise.all([stopQueue(), watcher.close()]); async function stopQueue() { await worker.close(); await queue.close(); }',
      ),
    },
    { name: 'one after the other', files: service('await watcher.close(); await worker.close(); await queue.close();') },
  ],
});

const measured = (shutdown: string): Record<string, string> => ({
  'src/main.js': `
  import { spawn } from 'node:child_process';
  import { watch } from 'node:fs';
  import http from 'node:http';
  import { NodeSDK } from '@opentelemetry/sdk-node';
  const sdk = new NodeSDK({});
  sdk.start();
  const watcher = watch('config.json', () => {});
  const child = spawn('worker');
  const server = http.createServer((req, res) => res.end()).listen(3000);
  process.once('SIGTERM', async () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    ${shutdown}
    process.exit(0);
  });
`,
});

table('enforce-shutdown-order', {
  at: /shutdown/u,
  reports: [
    {
      name: 'telemetry before a watcher and a server: of the server',
      files: measured(`await sdk.shutdown(); // ! before
    watcher.close();
    await new Promise((resolve) => server.close(resolve));`),
      says: ['`sdk.shutdown()` comes before `server.close()`, so what is reported from then on is lost.'],
    },
  ],
  silent: [
    {
      name: 'telemetry before a watcher and a child process',
      files: measured(`await new Promise((resolve) => server.close(resolve));
    await sdk.shutdown();
    watcher.close();
    child.kill();`),
    },
  ],
});
