/** The exports of a CommonJS module by another name, and one way of several in which it starts. */
import { table } from '../rules/table.js';

const main = `
  const setup = require('./setup.js');
  const service = require('./start.js');
  if (process.env.SETUP) setup.install();
  else service.start();
`;
const setup = `
  const http = require('node:http');
  const web = module.exports;
  web.install = () => {
    const server = http.createServer((req, res) => res.end());
    process.once('SIGTERM', () => server.close());
    server.listen(3001);
  };
`;
const service = (end: string): string => `
  const http = require('node:http');
  const api = exports;
  api.open = async function () {
    await require('node:fs/promises').readFile('state');
    http.createServer((req, res) => res.end()).listen(3000);
  };
  api.start = async function () {
    try {
      await api.open();
    } catch (error) {
      console.error(error);${end}
    }
  };
`;

table('no-swallowed-crash', {
  reports: [
    {
      name: 'a start that ends with code 0 where it fails, beside another start',
      manifest: { type: 'commonjs', scripts: { start: 'node main.js' } },
      files: { 'main.js': main, 'setup.js': setup, 'start.js': service('\n      process.exit(); // ! start-up-clean') },
    },
  ],
  silent: [
    {
      name: 'one of two starts that is only logged, and one that ends with another code',
      manifest: { type: 'commonjs', scripts: { start: 'node main.js', other: 'node other.js' } },
      files: {
        'main.js': main,
        'setup.js': setup,
        'start.js': service(''),
        'other.js': "require('./failing.js').start();\n",
        'failing.js': service('\n      process.exit(1);'),
      },
    },
  ],
});
