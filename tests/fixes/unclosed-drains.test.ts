import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-unclosed-resource', [
  {
    name: 'an exit after other statements',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.close(() => {
            console.log('closed');
            process.exit(0);
          });
        });
      `,
    },
    suggestion: 'close',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(async () => {
          console.log('closed');
          await pool.end();
          process.exit(0);
        });
      });
    `,
  },
  {
    name: 'an exit in a then',
    files: {
      'main.js': code`
        import Fastify from 'fastify';
        import pg from 'pg';
        const pool = new pg.Pool();
        const app = Fastify();
        app.get('/', () => pool.query('select 1'));
        process.once('SIGTERM', () => app.close().then(() => process.exit(0)));
        await app.listen({ port: 3000 });
      `,
    },
    suggestion: 'close',
    after: code`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      app.get('/', () => pool.query('select 1'));
      process.once('SIGTERM', () => app.close().then(async () => {
        await pool.end();
        process.exit(0);
      }));
      await app.listen({ port: 3000 });
    `,
  },
  {
    name: 'a library with an option for it',
    files: {
      'main.js': code`
        import http from 'node:http';
        import { createTerminus } from '@godaddy/terminus';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end()));
        createTerminus(server, { signals: ['SIGTERM'], timeout: 10000 });
        server.listen(3000);
      `,
    },
    suggestion: 'close',
    after: code`
      import http from 'node:http';
      import { createTerminus } from '@godaddy/terminus';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end()));
      createTerminus(server, { signals: ['SIGTERM'], timeout: 10000, onSignal: async () => {
        await pool.end();
      } });
      server.listen(3000);
    `,
  },
  {
    name: 'the function given to a library',
    files: {
      'main.js': code`
        import Fastify from 'fastify';
        import closeWithGrace from 'close-with-grace';
        import pg from 'pg';
        const pool = new pg.Pool();
        const app = Fastify();
        closeWithGrace({ delay: 10000 }, async () => { await app.close(); });
        await app.listen({ port: 3000 });
      `,
    },
    suggestion: 'close',
    after: code`
      import Fastify from 'fastify';
      import closeWithGrace from 'close-with-grace';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      closeWithGrace({ delay: 10000 }, async () => {
        await app.close();
        await pool.end();
      });
      await app.listen({ port: 3000 });
    `,
  },
  {
    name: 'a plugin of Fastify in another module',
    files: {
      'src/main.js': code`
        import Fastify from 'fastify';
        import db from './db.js';
        const app = Fastify();
        app.register(db);
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await app.close();
        });
        await app.listen({ port: 3000 });
      `,
      'src/db.js': code`
        import fp from 'fastify-plugin';
        import pg from 'pg';
        export default fp(async (fastify) => {
          const pool = new pg.Pool();
          fastify.decorate('db', pool);
        });
      `,
    },
    suggestion: 'close',
    after: code`
      import fp from 'fastify-plugin';
      import pg from 'pg';
      export default fp(async (fastify) => {
        const pool = new pg.Pool();
        fastify.addHook('onClose', async () => {
          await pool.end();
        });
        fastify.decorate('db', pool);
      });
    `,
  },
  {
    name: 'a consumer in another module',
    files: {
      'src/main.js': code`
        import Fastify from 'fastify';
        import './jobs.js';
        const app = Fastify();
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await app.close();
        });
        await app.listen({ port: 3000 });
      `,
      'src/jobs.js': code`
        import { Worker } from 'bullmq';
        export const worker = new Worker('mail', async () => {});
      `,
    },
    suggestion: 'close',
    after: code`
      import { Worker } from 'bullmq';
      export const worker = new Worker('mail', async () => {});
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await worker.close();
      });
    `,
  },
  {
    name: 'a drain that is returned',
    files: {
      'main.js': code`
        import Fastify from 'fastify';
        import pg from 'pg';
        const pool = new pg.Pool();
        const app = Fastify();
        app.get('/', () => pool.query('select 1'));
        process.once('SIGTERM', () => app.close());
        await app.listen({ port: 3000 });
      `,
    },
    suggestion: 'close',
    after: code`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      app.get('/', () => pool.query('select 1'));
      process.once('SIGTERM', async () => {
        await app.close();
        await pool.end();
      });
      await app.listen({ port: 3000 });
    `,
  },
]);
