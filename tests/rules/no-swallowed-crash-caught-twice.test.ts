/** Starts that are caught inside and outside. */
import { js, table } from './table.js';

table('no-swallowed-crash', {
  reports: [
    {
      name: 'a start of which a part stands before the try block, or fails again in the clause',
      files: {
        'src/main.js': `
        import fastify from 'fastify';
        import { load } from './load.js';
        const app = fastify();
        async function start() {
          await load();
          try {
            await app.listen({ port: 3000 });
          } catch (error) {
            process.exit(1);
          }
        }
        start().catch((error) => console.error('failed', error)); // ! start-up
      `,
        'src/again.js': `
        import fastify from 'fastify';
        const app = fastify();
        async function start() {
          try {
            await app.listen({ port: 3001 });
          } catch (error) {
            throw new Error('not started', { cause: error });
          }
        }
        start().catch((error) => console.error('failed', error)); // ! start-up
      `,
        'src/load.js': 'export const load = () => fetch("http://config.example");',
      },
    },
  ],
  silent: [
    {
      name: 'a start that ends the process itself when it fails, and is caught all the same',
      files: js`
      import fastify from 'fastify';
      const app = fastify();
      async function start() {
        console.log('starting');
        try {
          await app.listen({ port: 3000 });
        } catch (error) {
          console.error(error);
          if (error.code === 'EADDRINUSE') {
            console.warn('in use');
            return;
          }
          process.exit(1);
        }
      }
      start().catch((error) => console.error('failed', error));
    `,
    },
  ],
});
