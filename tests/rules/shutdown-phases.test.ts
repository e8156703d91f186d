import { table } from './table.js';

const LISTS = `
        const before = [];
        const drainers = [];
        export const addBefore = (label, handler) => before.push({ label, handler });
        export const addDrainer = (label, handler) => drainers.push({ label, handler });
`;
const QUEUE = `
        import Queue from 'bull';
        import { addBefore } from './shutdown.js';
        export const queue = new Queue('mails');
        addBefore('queue', async () => { await queue.pause(true); });
`;
const DB = `
        import mongoose from 'mongoose';
        import { addDrainer } from './shutdown.js';
        export const connected = mongoose.connect('mongodb://db');
        addDrainer('mongoose', async () => { await mongoose.disconnect(); });
`;
const MAIN = `
        import http from 'node:http';
        import { shutdown } from './shutdown.js';
        import './queue.js';
        import './db.js';
        const server = http.createServer((req, res) => res.end('ok')).listen(3000);
        process.once('SIGTERM', () => void shutdown(server));
`;

const PARTS = { 'src/main.js': MAIN, 'src/queue.js': QUEUE, 'src/db.js': DB };

/** A shutdown in phases: one function runs the handlers of each, in the order of its calls. */
table('enforce-shutdown-order', {
  reports: [
    {
      name: 'connections that are closed in a phase before the server',
      files: {
        ...PARTS,
        'src/shutdown.js': `
        ${LISTS}
        async function run(stage, handlers) {
          for (const { handler } of handlers) await handler();
        }
        export async function shutdown(server) {
          setTimeout(() => process.exit(1), 10_000).unref();
          await run('before', before);
          await run('drain', drainers); // ! before
          await new Promise((resolve) => server.close(resolve));
          process.exit(0);
        }
      `,
      },
    },
  ],
  silent: [
    {
      name: 'handlers in a loop over what the phase is given',
      files: {
        ...PARTS,
        'src/shutdown.js': `
        ${LISTS}
        async function run(stage, handlers, logOnly) {
          for (const { label, handler } of handlers) {
            try {
              await handler();
            } catch (error) {
              if (!logOnly) throw error;
            }
          }
        }
        export async function shutdown(server) {
          setTimeout(() => process.exit(1), 10_000).unref();
          await run('before', before, true);
          await new Promise((resolve, reject) => {
            server.close((error) => (error ? reject(error) : resolve()));
          });
          await run('drain', drainers);
          process.exit(0);
        }
      `,
      },
    },
    {
      name: 'handlers that are mapped to promises',
      files: {
        ...PARTS,
        'src/shutdown.js': `
        ${LISTS}
        const run = (handlers) => Promise.allSettled(handlers.map(async ({ handler }) => {
          await handler().catch((error) => console.error(error));
        }));
        export async function shutdown(server) {
          setTimeout(() => process.exit(1), 10_000).unref();
          await run(before);
          await new Promise((resolve) => server.close(resolve));
          await run(drainers);
          process.exit(0);
        }
      `,
      },
    },
    {
      name: 'one function that is given what to close',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import mongoose from 'mongoose';
        const server = http.createServer((req, res) => res.end('ok')).listen(3000);
        mongoose.connect('mongodb://db');
        async function step(name, close) {
          console.log('closing', name);
          await close();
        }
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await step('http', () => new Promise((resolve) => server.close(resolve)));
          await step('db', () => mongoose.disconnect());
          process.exit(0);
        });
      `,
      },
    },
  ],
});
