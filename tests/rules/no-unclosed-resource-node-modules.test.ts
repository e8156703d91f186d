/** Modules of Node.js that the catalogue does not describe close nothing by themselves, however much they are given. */
import { table, type Case } from './table.js';

const service = (name: string, context: string, shutdown = '', mark = ' // ! unclosed'): Case => ({
  name,
  files: {
    'src/context.js': context,
    'src/main.js': `
      import http from 'node:http';
      import { createClient } from 'redis';
      import { inContext, now } from './context.js';

      const client = createClient();${mark}
      await client.connect();
      const server = http.createServer((request, response) =>
        inContext(async () => response.end(await client.get('greeting'))),
      ).listen(3000);

      process.once('SIGTERM', () => {
        console.log(now(), 'stopping');
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(async () => {
          ${shutdown}
          process.exit(0);
        });
      });
    `,
  },
});

const STORAGE = `
  import { AsyncLocalStorage } from 'node:async_hooks';
  const storage = new AsyncLocalStorage();
  export const inContext = (work) => storage.run({ id: 1 }, work);
  export const now = () => storage.getStore()?.id;
`;
const CLOCK = `
  import { performance } from 'perf_hooks';
  export const inContext = (work) => work();
  export const now = () => performance.now();
`;

table('no-unclosed-resource', {
  reports: [service('asynchronous storage', STORAGE), service('a clock', CLOCK)],
  silent: [
    service('closed beside it', STORAGE, 'await client.close();', ''),
    service(
      'closed within it',
      `${STORAGE}export const ending = (work) => storage.exit(work);`,
      `await import('./context.js').then(({ ending }) => ending(() => client.close()));`,
      '',
    ),
  ],
});
