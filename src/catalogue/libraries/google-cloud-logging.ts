import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Has no close: the promises of the writes tell the end. From its declarations. */
export const googleCloudLogging: Library = {
  name: '@google-cloud/logging',
  manual: 'https://cloud.google.com/nodejs/docs/reference/logging/latest/logging/log',
  verified: 'manual',
  exports: { Logging: { returns: 'Logging', opens: false } },
  types: {
    Logging: { label: 'Cloud Logging client', kind: 'logger', members: { ...each('log logSync', { returns: 'Log' }) } },
    Log: {
      label: 'log',
      kind: 'logger',
      phase: 'flush-telemetry',
      members: { ...each('write info warning error critical debug notice alert emergency', { promise: true, logs: true }), entry: {} },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Logging } from '@google-cloud/logging';

const log = new Logging().log('shop');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await log.write(log.entry({}, 'stopped')); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
    },
  ],
};
