/** Programs of one package that share modules: what one of them does with these is not done by the others. */
import { table } from '../rules/table.js';

const stopping = `
  process.on('SIGTERM', () => {
    setTimeout(() => process.exit(1), 5000).unref();
    server.close(() => process.exit(0));
  });
`;
const scripts = { scripts: { start: 'node src/api.js', proxy: 'node src/proxy.js' } };

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'a program beside one that passes its listeners to the same helper',
      manifest: scripts,
      files: {
        'src/config.js': `
        export const whenConfigured = (callback) => callback({});
      `,
        'src/api.js': `
        import net from 'node:net';
        import { whenConfigured } from './config.js';
        whenConfigured(() => {
          const server = net.createServer((socket) => socket.end()).listen(8125);
          ${stopping}
        });
      `,
        'src/proxy.js': `
        import net from 'node:net';
        import { whenConfigured } from './config.js';
        whenConfigured(() => {
          net.createServer((socket) => socket.end()).listen(8126); // ! missing
        });
      `,
      },
    },
    {
      name: 'a program beside one that adds its listeners to the same list',
      manifest: scripts,
      files: {
        'src/tasks.js': `
        const tasks = [];
        export const atStart = (task) => tasks.push(task);
        export function start() {
          for (const task of tasks) task();
        }
      `,
        'src/api.js': `
        import net from 'node:net';
        import { atStart, start } from './tasks.js';
        const server = net.createServer((socket) => socket.end());
        atStart(() => server.listen(8125));
        atStart(() => {
          ${stopping}
        });
        start();
      `,
        'src/proxy.js': `
        import net from 'node:net';
        import { atStart, start } from './tasks.js';
        import settings from './settings.json' with { type: 'json' };
        const proxy = net.createServer((socket) => socket.end(settings.greeting));
        atStart(() => proxy.listen(8126)); // ! missing
        start();
      `,
        'src/settings.json': '{ "greeting": "hello" }',
      },
    },
  ],
  silent: [
    {
      name: 'a listener that a module adds which the program loads by a name that is not seen',
      manifest: { scripts: { start: 'node src/api.js' } },
      files: {
        'src/tasks.js': `
        const tasks = [];
        export const atStart = (task) => tasks.push(task);
        export function start(server) {
          for (const task of tasks) task(server);
        }
      `,
        'src/plugins/stop.js': `
        import { atStart } from '../tasks.js';
        atStart((server) => {
          ${stopping}
        });
      `,
        'src/api.js': `
        import net from 'node:net';
        import { start } from './tasks.js';
        const server = net.createServer((socket) => socket.end());
        for (const name of ['stop']) await import('./plugins/' + name + '.js');
        start(server);
        server.listen(8125);
      `,
      },
    },
  ],
});

table('no-unclosed-resource', {
  at: /createSocket|new pg.Pool/u,
  reports: [
    {
      name: 'what the program with the shutdown opens itself',
      manifest: scripts,
      files: {
        'src/config.js': `
        export const whenConfigured = (callback) => callback({});
      `,
        'src/api.js': `
        import net from 'node:net';
        import pg from 'pg';
        import { whenConfigured } from './config.js';
        whenConfigured(() => {
          const pool = new pg.Pool(); // ! unclosed
          const server = net.createServer((socket) => pool.query('select 1', () => socket.end())).listen(8125);
          ${stopping}
        });
      `,
        'src/proxy.js': `
        import { whenConfigured } from './config.js';
        whenConfigured(() => console.log('configured'));
      `,
      },
    },
  ],
  silent: [
    {
      name: 'what another program opens, which has no shutdown',
      manifest: scripts,
      files: {
        'src/config.js': `
        export const whenConfigured = (callback) => callback({});
      `,
        'src/api.js': `
        import net from 'node:net';
        import { whenConfigured } from './config.js';
        whenConfigured(() => {
          const server = net.createServer((socket) => socket.end()).listen(8125);
          ${stopping}
        });
      `,
        'src/proxy.js': `
        import dgram from 'node:dgram';
        import net from 'node:net';
        import { whenConfigured } from './config.js';
        whenConfigured(() => {
          const client = dgram.createSocket('udp4');
          net.createServer((socket) => { client.send('x', 1, 'h'); socket.end(); }).listen(8126);
        });
      `,
      },
    },
  ],
});
