/** What only runs while somebody works at the code is no part of the service. */
import { js, table } from '../rules/table.js';

const STOP = `
  process.on('SIGTERM', () => {
    setTimeout(() => process.exit(1), 5000).unref();
    server.close(() => process.exit(0));
  });
`;
const SERVER = `
  import http from 'node:http';
  import Redis from 'ioredis';
  import { app, config, isDev, isLocale, isLocalEnvironment, isProduction, isTest, order, payment } from './settings.js';
  /* global __DEV__ */
  const server = http.createServer((req, res) => client.get('a').then((value) => res.end(value))).listen(3000);
  let client;
`;
const OPENED = 'client = new Redis()';
const service = (code: string): Readonly<Record<string, string>> => ({
  'src/main.js': SERVER + code + STOP,
  'src/settings.js':
    'export const { app, config, isDev, isLocale, isLocalEnvironment, isProduction, isTest, order, payment } = globalThis.settings;\n',
});
const marked = (before: string, after = ''): ReturnType<typeof service> => service(`${before}${OPENED}${after}; // ! unclosed\n`);
const plain = (before: string, after = ''): ReturnType<typeof service> => service(`${before}${OPENED}${after};\n`);

table('no-unclosed-resource', {
  at: /new Redis\(\)/u,
  reports: [
    { name: 'what is opened anywhere but in tests', files: marked("if (process.env.NODE_ENV !== 'test') ") },
    { name: 'what is opened in production', files: marked('if (config.isProduction) { ', '; }') },
    { name: 'what is opened unless it is for development', files: marked('if (isDev) console.log(1); else ') },
    {
      name: 'what is opened after a return of tests',
      files: service(`function open() {
        if (process.env.NODE_ENV === 'test') return;
        ${OPENED}; // ! unclosed
      }
      open();`),
    },
    {
      name: 'what is opened after something that production does as well',
      files: service(`function open() {
        if (isProduction) { console.log('open'); if (app.cached) return; }
        ${OPENED}; // ! unclosed
      }
      open();`),
    },
    {
      name: 'what is opened in a function declared after the return of production',
      files: service(`function open() {
        if (isProduction) return make();
        function make() { ${OPENED}; } // ! unclosed
      }
      open();`),
    },
    { name: 'what runs unless there are tests', files: marked('if (!process.env.UNIT_TEST_ENV) ') },
    { name: 'a test that is one of the trade', files: marked('if (order.isTest) ') },
    { name: 'a mode that is one of the trade', files: marked("if (payment.mode === 'test') ") },
    { name: 'an environment that is deployed', files: marked("if (process.env.NODE_ENV === 'staging') ") },
    { name: 'a condition with more to it', files: marked("if (process.env.NODE_ENV === 'production' || process.env.CACHE) ") },
    { name: 'a list of environments with production', files: marked("if (['production', 'staging'].includes(process.env.NODE_ENV)) ") },
    {
      name: 'a list of environments that may be deployed',
      files: marked("if (['development', 'preview'].includes(process.env.NODE_ENV)) "),
    },
    { name: 'a list of other things', files: marked("if (['test', 'local'].includes(order.kind)) ") },
    { name: 'a question about something else', files: marked('if (isTest(order)) ') },
    { name: 'a question about an envelope', files: marked('if (isTest(order.envelope)) ') },
    { name: 'a question about a locale', files: marked('if (isLocale(process.env.LANG)) ') },
    { name: 'either of two, one of which is in production', files: marked('const other = __DEV__ ? null : (', ')') },
  ],
  silent: [
    { name: 'what runs for unit tests alone', files: plain('if (process.env.UNIT_TEST_ENV) ') },
    { name: 'what a runner of tests runs', files: plain('if (process.env.JEST_WORKER_ID) ') },
    { name: 'what is opened for development', files: plain("if (process.env.NODE_ENV === 'development') ") },
    { name: 'what is opened unless in production', files: plain("if (process.env.NODE_ENV !== 'production') { ", '; }') },
    { name: 'what is opened otherwise than in production', files: plain("if (app.get('env') === 'production') console.log(1); else ") },
    { name: 'what a setting has opened for development', files: plain('if (config.IS_DEV) ') },
    { name: 'what a function says to be for tests', files: plain('if (isTest() && process.env.CACHE) ') },
    { name: 'what a function says of the environment', files: plain('if (isLocalEnvironment(process.env.NODE_ENV)) ') },
    { name: 'what is opened in a list of environments', files: plain("if (['development', 'test'].includes(config.env)) ") },
    {
      name: 'what is opened after a return of production',
      files: service(`function open() {
        if (isProduction) { console.log('none'); return; }
        ${OPENED};
      }
      open();`),
    },
    {
      name: 'what is opened where production fails, or returns',
      files: service(`function open() {
        if (process.env.NODE_ENV === 'production') { if (!app) throw new Error('no app'); else return; }
        ${OPENED};
      }
      open();`),
    },
    { name: 'what is opened by the way', files: plain('!isProduction && (', ')') },
    { name: 'the one of two that is for tests', files: plain("const other = process.env.NODE_ENV === 'test' ? (", ') : null') },
  ],
});

table('no-swallowed-crash', {
  at: /process\.on/u,
  reports: [
    {
      name: 'a crash that ends the process in development alone',
      files: js`
      import http from 'node:http';
      import { config } from './settings.js';
      process.on('uncaughtException', (error) => { // ! lives-on
        console.error(error);
        if (config.IS_DEV) process.exit(1);
      });
      http.createServer((req, res) => res.end()).listen(3000);
    `,
    },
  ],
  silent: [
    {
      name: 'one that ends it in production',
      files: js`
      import http from 'node:http';
      import { config } from './settings.js';
      process.on('uncaughtException', (error) => {
        console.error(error);
        if (process.env.NODE_ENV === 'production') process.exit(1);
      });
      http.createServer((req, res) => res.end()).listen(3000);
    `,
    },
  ],
});

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'a server that tests do not start',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end());
      if (process.env.NODE_ENV !== 'test') server.listen(3000); // ! missing
    `,
    },
    {
      name: 'a listener for development alone',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end());
      if (process.env.NODE_ENV === 'development') process.on('SIGTERM', () => server.close(() => process.exit(0)));
      server.listen(3000); // ! missing
    `,
    },
  ],
  silent: [
    {
      name: 'a server for development alone, which production takes as a function',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end());
      if (process.env.NODE_ENV === 'development') server.listen(3000);
      export default server;
    `,
    },
  ],
});
