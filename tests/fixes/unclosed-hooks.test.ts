import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-unclosed-resource', [
  {
    name: 'a drain that is awaited in a try, TypeScript',
    files: {
      'main.ts': code`
        import Fastify from 'fastify';
        import pg from 'pg';
        const pool = new pg.Pool();
        const app = Fastify();
        app.get('/', () => pool.query('select 1'));
        process.once('SIGTERM', async () => {
          try {
            await app.close();
          } catch (error) {
            console.error(error);
            process.exit(1);
          }
        });
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
        try {
          await app.close();
          await pool.end();
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      });
      await app.listen({ port: 3000 });
    `,
  },
]);
