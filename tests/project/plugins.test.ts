/** Modules that fastify-cli and @fastify/autoload run because of where they stand. */
import { table } from '../rules/table.js';

const dependencies = { fastify: '^5.0.0', 'fastify-cli': '^7.0.0', '@fastify/autoload': '^6.0.0' };
const fromCli = { dependencies, scripts: { start: 'fastify start -l info app.js' } };
const app = `
  import autoload from '@fastify/autoload';
  import path from 'node:path';
  export default async function app(fastify, options) {
    await fastify.register(autoload, { dir: path.join(import.meta.dirname, 'routes'), options });
  }
`;
const route = `
  export default async function routes(fastify) {
    fastify.get('/orders', async (request, reply) => {
      try {
        return await fastify.orders.all();
      } catch (error) {
        process.exit(1); // ! work
      }
    });
  }
`;

table('no-process-exit-in-handler', {
  at: /process/u,
  reports: [
    { name: 'a route of an app that fastify-cli starts', manifest: fromCli, files: { 'app.js': app, 'routes/orders.js': route } },
    {
      name: 'a route of an app that registers a folder',
      manifest: { dependencies, scripts: { start: 'node server.js' } },
      files: {
        'server.js': `
          import Fastify from 'fastify';
          import app from './app.js';
          const fastify = Fastify();
          fastify.register(app);
          process.once('SIGTERM', async () => {
            setTimeout(() => process.exit(1), 5000).unref();
            await fastify.close();
          });
          await fastify.listen({ port: 3000 });
        `,
        'app.js': app,
        'routes/orders.js': route,
      },
    },
  ],
  silent: [
    {
      name: 'a plugin that cannot start',
      manifest: fromCli,
      files: {
        'app.js': app,
        'routes/orders.js': `
          export default async function routes(fastify) {
            if (!process.env.ORDERS) process.exit(1);
            fastify.get('/orders', async () => []);
          }
        `,
      },
    },
  ],
});
