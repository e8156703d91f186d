import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-blocking-probe', [
  {
    name: 'a dependency in a branch on the URL',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        http.createServer((req, res) => {
          if (req.url === '/livez') return pool.query('select 1').then(() => res.end());
          res.end('hello');
        }).listen(3000);
      `,
    },
    suggestion: 'answer',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      http.createServer((req, res) => {
        if (req.url === '/livez') {
          res.end('ok');
          return;
        }
        res.end('hello');
      }).listen(3000);
    `,
  },
  {
    name: 'an expression in the words of Fastify',
    files: {
      'main.js': code`
        import Fastify from 'fastify';
        import pg from 'pg';
        const pool = new pg.Pool();
        const app = Fastify();
        app.get('/livez', async () => (await pool.query('select 1')).rows);
        await app.listen({ port: 3000 });
      `,
    },
    suggestion: 'answer',
    after: code`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      app.get('/livez', async () => {
        return 'ok';
      });
      await app.listen({ port: 3000 });
    `,
  },
]);
