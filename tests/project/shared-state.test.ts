/** Objects that one module makes and others put things on. */
import { table } from '../rules/table.js';

const start = (state: string): string => `
  import http from 'node:http';
  import pg from 'pg';
  ${state}
  import './shutdown.js';
`;
const serve = (pool = ''): string => `
  state.pool = new pg.Pool();${pool}
  state.server = http.createServer((req, res) => state.pool.query('select 1').then(() => res.end()));
  state.server.listen(3000);
`;
const stop = (done: string): string => `
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    state.server.close(() => ${done});
  });
`;
const unclosed = { ended: 'state.pool.end()', left: "console.log('closed')" };
const GLOBAL = 'const state = {}; globalThis.state = state;';
const imported = "import { state } from './state.js';";

table('no-unclosed-resource', {
  reports: [
    {
      name: 'a pool on an object of a module that says nothing else',
      unrepaired: true,
      files: {
        'src/main.js': start(imported) + serve(' // ! unclosed'),
        'src/state.js': 'export const state = { server: null, pool: null };\n',
        'src/shutdown.js': imported + stop(unclosed.left),
      },
    },
    {
      name: 'a pool on a global object',
      unrepaired: true,
      files: {
        'src/main.js': start(GLOBAL) + serve(' // ! unclosed'),
        'src/shutdown.js': '/* global state */' + stop(unclosed.left),
      },
    },
  ],
  silent: [
    {
      name: 'what is closed on an object of a module that says nothing else',
      files: {
        'src/main.js': start(imported) + serve(),
        'src/state.js': 'export const state = { server: null, pool: null };\n',
        'src/shutdown.js': imported + stop(unclosed.ended),
      },
    },
    {
      name: 'what is closed on a global object',
      files: {
        'src/main.js': start(GLOBAL) + serve(),
        'src/shutdown.js': '/* global state */' + stop(unclosed.ended),
      },
    },
    {
      name: 'what is closed on an object that is handed over',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { open } from './open.js';
        const state = {};
        open(state);
        state.server = http.createServer((req, res) => state.pool.query('select 1').then(() => res.end()));
        state.server.listen(3000);
        ${stop(unclosed.ended)}
      `,
        'src/open.js': `
        import pg from 'pg';
        export function open(to) {
          to.pool = new pg.Pool();
        }
      `,
      },
    },
  ],
});

table('no-exit-before-close', {
  silent: [
    {
      name: 'an exit once the server on a shared object has closed',
      files: {
        'src/main.js': start(imported) + serve(),
        'src/state.js': 'export const state = { server: null, pool: null };\n',
        'src/shutdown.js': imported + stop('state.pool.end(() => process.exit(0))'),
      },
    },
  ],
});
