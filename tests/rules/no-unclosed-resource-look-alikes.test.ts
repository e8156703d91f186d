/** Methods whose names only begin like those that close something. */
import { table, type Case } from './table.js';

const service = (name: string, step: string, mark = ' // ! unclosed'): Case => ({
  name,
  files: {
    'src/main.js': `
      import http from 'node:http';
      import { createClient } from 'redis';
      import { targets } from './targets.js';

      const client = createClient();${mark}
      await client.connect();
      const server = http.createServer(async (request, response) => response.end(await client.get('greeting'))).listen(3000);

      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        ${step}
        server.close(() => process.exit(0));
      });
    `,
    'src/targets.js': `export const targets = JSON.parse(process.env.TARGETS ?? '[]');`,
  },
});

table('no-unclosed-resource', {
  reports: [
    service('the end of a text', `console.log(targets.filter((target) => target.endsWith('.internal')));`),
    service('the end of a day', `console.log(targets.map((target) => target.endOf('day')));`),
    service('the closest of some', `console.log(targets.map((target) => target.closest(3)));`),
  ],
  silent: [
    service('ends', 'for (const target of targets) target.end();', ''),
    service('a close', 'for (const target of targets) target.closeAll();', ''),
  ],
});
