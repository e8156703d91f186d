/** What ends a timer, in a function that nothing calls. */
import { table } from './table.js';

const main = (imported: string, stopped: string): string => `
  import http from 'node:http';
  import { ${imported} } from './sweeping.js';
  const server = http.createServer((req, res) => res.end()).listen(3000, () => startSweeping());
  process.once('SIGTERM', () => {
    ${stopped}
    setTimeout(() => process.exit(1), 5000).unref();
    server.close(() => process.exit(0));
  });
`;
const sweeping = `
  import cron from 'node-cron';
  let task = null;
  export const startSweeping = () => {
    if (task) return task;
    task = cron.schedule('0 * * * *', async () => console.log('swept')); // ! MARK
    return task;
  };
  export const stopSweeping = () => {
    if (!task) return;
    task.stop();
    task = null;
  };
`;
const marked = sweeping.replace('MARK', 'repeating');
const unmarked = sweeping.replace(' // ! MARK', '');

table('no-uncleared-timer', {
  reports: [
    {
      name: 'a function that the shutdown forgets',
      unrepaired: true,
      files: { 'src/main.js': main('startSweeping', ''), 'src/sweeping.js': marked },
    },
    {
      name: 'a function that only a test calls',
      unrepaired: true,
      files: {
        'src/main.js': main('startSweeping', ''),
        'src/sweeping.js': marked,
        'src/sweeping.test.js': `import { startSweeping, stopSweeping } from './sweeping.js';\nstartSweeping();\nstopSweeping();`,
      },
    },
  ],
  silent: [
    {
      name: 'a function that the exported one calls, for whoever calls that',
      files: {
        'src/main.cjs': `
          const { Server } = require('@acme/imap');
          const http = require('node:http');
          const copy = require('./copy.cjs');
          const server = http.createServer((req, res) => res.end()).listen(3000);
          new Server().onCopy = copy(server);
          process.on('SIGTERM', () => server.close());
        `,
        'src/copy.cjs': `
          async function copyAll(connection) {
            let timer;
            const tell = () => {
              clearTimeout(timer);
              timer = setTimeout(() => {
                connection.send('still there');
                tell();
              }, 1000);
            };
            tell();
            try {
              await connection.copy();
            } finally {
              clearTimeout(timer);
            }
          }
          module.exports = (server) => (connection, callback) => {
            copyAll(connection).then(callback);
          };
        `,
      },
    },
    {
      name: 'a function that the shutdown calls',
      files: { 'src/main.js': main('startSweeping, stopSweeping', 'stopSweeping();'), 'src/sweeping.js': unmarked },
    },
    {
      name: 'a function in a list of what to stop',
      files: {
        'src/main.js': main('startSweeping', 'for (const stop of stops) stop();').replace(
          'import http',
          `import { stops } from './stops.js';\n  import http`,
        ),
        'src/stops.js': `import { stopSweeping } from './sweeping.js';\nexport const stops = [stopSweeping];`,
        'src/sweeping.js': unmarked,
      },
    },
    {
      name: 'a function that is given to something unseen',
      files: {
        'src/main.js': main('startSweeping', ''),
        'src/sweeping.js': `import { onStop } from '@acme/process';\n${unmarked}\nonStop(stopSweeping);`,
      },
    },
    {
      name: 'a function that is named in a list of exports and by another module',
      files: {
        'src/main.js': `
          import http from 'node:http';
          import * as sweeping from './sweeping.js';
          const server = http.createServer((req, res) => res.end()).listen(3000, () => sweeping.startSweeping());
          process.once('SIGTERM', () => {
            sweeping[process.env.FAST ? 'stopSweeping' : 'stopLater']();
            setTimeout(() => process.exit(1), 5000).unref();
            server.close(() => process.exit(0));
          });
        `,
        'src/sweeping.js': unmarked,
      },
    },
  ],
});
