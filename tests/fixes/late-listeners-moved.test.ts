import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-late-signal-listener', [
  {
    name: 'a listener that needs nothing from later',
    files: {
      'main.js': code`
        import Fastify from 'fastify';
        import pg from 'pg';
        const pool = new pg.Pool();
        const app = Fastify();
        app.get('/', async () => pool.query('select 1'));
        await pool.query('create table if not exists a ()');
        await app.listen({ port: 3000 });
        process.once('SIGTERM', async () => {
          await app.close();
          await pool.end();
        });
      `,
    },
    suggestion: 'move',
    after: code`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      app.get('/', async () => pool.query('select 1'));
      process.once('SIGTERM', async () => {
        await app.close();
        await pool.end();
      });
      await pool.query('create table if not exists a ()');
      await app.listen({ port: 3000 });
    `,
  },
  {
    name: 'with the server that it closes',
    files: {
      'main.js': code`
        import http from 'node:http';
        import mongoose from 'mongoose';
        import { app } from './app.js';

        async function main() {
          await mongoose.connect('mongodb://db');
          const server = http.createServer(app);
          server.listen(3000);
          process.once('SIGTERM', () => {
            server.close(() => process.exit(0));
          });
        }
        main();
      `,
    },
    suggestion: 'move',
    after: code`
      import http from 'node:http';
      import mongoose from 'mongoose';
      import { app } from './app.js';

      async function main() {
        const server = http.createServer(app);
        process.once('SIGTERM', () => {
          server.close(() => process.exit(0));
        });
        await mongoose.connect('mongodb://db');
        server.listen(3000);
      }
      main();
    `,
  },
  {
    name: 'a callback for each signal that it uses',
    files: {
      'main.js': code`
        import Fastify from 'fastify';
        import { build } from './app.js';
        import mongoose from 'mongoose';
        async function main() {
          await mongoose.connect('mongodb://db');
          const app = Fastify();
          app.get('/', build);
          await app.listen({ port: 3000 });
          ['SIGTERM', 'SIGINT'].forEach((signal) => {
            process.once(signal, async () => {
              console.log(signal);
              await app.close();
              process.exit(0);
            });
          });
        }
        main();
      `,
    },
    suggestion: 'early',
    after: code`
      import Fastify from 'fastify';
      import { build } from './app.js';
      import mongoose from 'mongoose';
      async function main() {
        let shutdown = () => process.exit(0);
        ['SIGTERM', 'SIGINT'].forEach((signal) => {
          process.once(signal, () => shutdown(signal));
        });
        await mongoose.connect('mongodb://db');
        const app = Fastify();
        app.get('/', build);
        await app.listen({ port: 3000 });
        shutdown = async (signal) => {
          console.log(signal);
          await app.close();
          process.exit(0);
        };
      }
      main();
    `,
  },
]);
