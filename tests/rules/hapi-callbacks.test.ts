/** hapi before 17 calls back. */
import { table, type Case } from './table.js';

const old = (name: string, stopping: string, hapi = '^16.0.0'): Case => ({
  name,
  dependencies: { hapi },
  manifest: { type: 'commonjs' },
  files: {
    'src/server.js': `
      const Hapi = require('hapi');
      const server = new Hapi.Server();
      server.connection({ port: 3000 });
      server.route({ method: 'GET', path: '/', handler: (request, reply) => reply('ok') });
      module.exports = {
        start(done) {
          server.start((error) => {
            if (error) throw error;
            done();
          });
        },
        stop(done) {
          server.stop(done);
        },
        server,
      };
    `,
    'src/main.js': `
      const { start, stop, server } = require('./server');
      ${stopping}
      start(() => console.log('up'));
    `,
  },
});

table('no-exit-before-close', {
  reports: [
    old('an exit beside the close', `process.once('SIGTERM', () => { server.stop(() => {}); process.exit(0); }); // ! pending`, '^11.1.0'),
    old('an exit without one', `process.once('SIGTERM', () => process.exit(0)); // ! open`),
  ].map((one) => ({ ...one, unrepaired: true as const })),
  silent: [
    old('an exit in the callback', `process.once('SIGTERM', () => stop(() => process.exit(0)));`, '^11.1.0'),
    old('an exit after the promise', `process.once('SIGTERM', async () => { await server.stop({ timeout: 8000 }); process.exit(0); });`),
  ],
});

table('no-unawaited-close', {
  reports: [
    {
      name: 'a callback that hapi 17 does not take',
      dependencies: { hapi: '^17.0.0' },
      files: {
        'src/main.js': `
          import Hapi from 'hapi';
          const server = new Hapi.Server({ port: 3000 });
          process.once('SIGTERM', () => {
            server.stop(() => process.exit(0)); // ! never-called
          });
          await server.start();
        `,
      },
    },
  ],
  silent: [old('a callback that hapi 11 takes', `process.once('SIGTERM', () => stop(() => process.exit(0)));`, '^11.1.0')],
});

const unheard = old('no listener', '');

table('require-sigterm-listener', {
  reports: [
    {
      ...unheard,
      unrepaired: true,
      files: {
        ...unheard.files,
        'src/server.js': (unheard.files['src/server.js'] ?? '').replace(
          'server.start((error) => {',
          'server.start((error) => { // ! missing',
        ),
      },
    },
  ],
});
