/** What runs when modules are loaded: entries that only load others, imports on the way, and what an import waits for. */
import { table } from '../rules/table.js';

const service = `
  import http from 'node:http';
  http.createServer((req, res) => res.end()).listen(3000); // ! missing
`;
const stopping = `
  process.on('SIGTERM', () => {
    setTimeout(() => process.exit(1), 5000).unref();
    server.close(() => process.exit(0));
  });
`;

const NAMED_BY_FOLDER = {
  'path.join': `require(path.join(__dirname, 'lib', 'main.js'))(process.argv[2]);`,
  'path.resolve': `require(path.resolve(__dirname, './lib/main'))(process.argv[2]);`,
  'a sum': `require(__dirname + '/lib/main.js')(process.argv[2]);`,
  'a template': `require(\`\${__dirname}/lib/main.js\`)(process.argv[2]);`,
  'the folder above': `require(path.join(__dirname, '..', path.basename(__dirname), 'lib', 'main.js'));\nrequire('./lib/main.js')(process.argv[2]);`,
};

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    ...Object.entries(NAMED_BY_FOLDER).map(([name, load]) => ({
      name: `a module that is named by the folder of the entry: ${name}`,
      manifest: { type: 'commonjs', scripts: { start: 'node index.js' } },
      files: {
        'index.js': `const path = require('node:path');\n${load}`,
        'lib/main.js': `
          module.exports = function (file) {
            const https = require('node:https');
            return https.createServer({}, (req, res) => res.end()).listen(Number(file)); // ! missing
          };
        `,
      },
    })),
    ...['`${import.meta.dirname}/main.js`', "import.meta.dirname + '/main.js'"].map((named) => ({
      name: `a module that is named by the folder of an ES module, ${named}`,
      files: { 'src/index.js': `await import(${named});`, 'src/main.js': service },
    })),
    { name: 'a module that an entry only loads', files: { 'src/index.js': `import './main.js';`, 'src/main.js': service } },
    { name: 'one that it waits for', files: { 'src/index.js': `await import('./main.js');`, 'src/main.js': service } },
    {
      name: 'one that it loads after the settings',
      manifest: { main: 'src/index.js' },
      files: { 'src/index.js': `import 'dotenv/config';\nimport('./main.js').then(() => {});`, 'src/main.js': service },
    },
    {
      name: 'one behind several that say nothing',
      files: {
        'src/index.js': `import './setup.js';`,
        'src/setup.js': `import { start } from './start.js';\nexport const answer = 42;\nexport { start };`,
        'src/start.js': `import './main.js';\nexport const start = 1;`,
        'src/main.js': service,
      },
    },
    {
      name: 'one whose name is written with other capitals, as some file systems allow',
      files: { 'src/index.ts': `import './Web/Main';`, 'src/web/main.ts': service },
    },
    {
      name: 'one that a CommonJS entry requires',
      manifest: { type: 'commonjs', scripts: { start: 'node index.js' } },
      files: {
        'index.js': `require('./src/main.js');`,
        'src/main.js': service.replace(`import http from 'node:http'`, `const http = require('node:http')`),
      },
    },
  ],
  silent: [
    {
      name: 'a listener in a module that is named by the folder of the entry',
      manifest: { type: 'commonjs', scripts: { start: 'node index.js' } },
      files: {
        'index.js': `require(__dirname + '/lib/stop.js');\nrequire('./lib/main.js');`,
        'lib/stop.js': `process.on('SIGTERM', () => setTimeout(() => process.exit(0), 5000));`,
        'lib/main.js': service.replace(`import http from 'node:http'`, `const http = require('node:http')`).replace(' // ! missing', ''),
      },
    },
    {
      name: 'a listener in a module that the entry loads first',
      files: {
        'src/index.js': `await import('./stop.js');\nawait import('./main.js');`,
        'src/stop.js': `
        import { server } from './main.js';
        ${stopping}
      `,
        'src/main.js': `
        import http from 'node:http';
        export const server = http.createServer((req, res) => res.end()).listen(3000);
      `,
      },
    },
    {
      name: 'a tool that loads a server',
      files: { 'cli.js': `#!/usr/bin/env node\nimport './src/main.js';`, 'src/main.js': service.replace(' // ! missing', '') },
    },
  ],
});

const redis = `
  import { Redis } from 'ioredis';
  export const redis = new Redis();
  await redis.config('SET', 'maxmemory', '100mb');
`;

table('no-late-signal-listener', {
  at: /process\.on/u,
  reports: [
    {
      name: 'a listener of a module that imports one which waits',
      files: {
        'src/redis.js': redis,
        'src/index.js': `
        import http from 'node:http';
        import { redis } from './redis.js';
        const server = http.createServer((req, res) => redis.get('a').then((text) => res.end(text))).listen(3000);
        process.on('SIGTERM', () => { // ! late
          setTimeout(() => process.exit(1), 5000).unref();
          server.close(() => process.exit(0));
        });
      `,
      },
    },
    {
      name: 'one that waits two imports away',
      files: {
        'src/redis.js': redis,
        'src/store.js': `
        import * as store from './redis.js';
        export default store.redis;
      `,
        'src/index.ts': `
        import http from 'node:http';
        import store from './store.js';
        const server = http.createServer((req, res) => { void store.get('a').then((text) => res.end(text)); }).listen(3000);
        process.on('SIGTERM', () => { // ! late
          setTimeout(() => process.exit(1), 5000).unref();
          server.close(() => process.exit(0));
        });
      `,
      },
    },
    {
      name: 'a module that is loaded after a wait',
      unrepaired: true,
      files: {
        'src/server.js': `
        import http from 'node:http';
        export const server = http.createServer((req, res) => res.end());
      `,
        'src/stop.js': `
        import { server } from './server.js';
        process.on('SIGTERM', () => server.close(() => process.exit(0))); // ! late
      `,
        'src/index.js': `
        import pg from 'pg';
        import { server } from './server.js';
        const pool = new pg.Pool();
        await pool.query('select 1');
        await import('./stop.js');
        server.listen(3000);
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a listener in a module that is imported beside the one that waits',
      files: {
        'src/redis.js': redis,
        'src/server.js': `
        import http from 'node:http';
        export const server = http.createServer((req, res) => res.end());
        process.on('SIGTERM', () => server.close(() => process.exit(0)));
      `,
        'src/index.js': `
        import { redis } from './redis.js';
        import { server } from './server.js';
        server.on('request', (req, res) => redis.get('a').then((text) => res.end(text)));
        server.listen(3000);
      `,
      },
    },
    {
      name: 'imports that wait for nothing outside',
      files: {
        'src/settings.js': `
        import fs from 'node:fs/promises';
        export const settings = JSON.parse(await Promise.resolve('{}'));
        setTimeout(() => console.log(fs), 1000).unref();
      `,
        'src/index.js': `
        import http from 'node:http';
        import { settings } from './settings.js';
        const server = http.createServer((req, res) => res.end(settings.text)).listen(3000);
        process.on('SIGTERM', () => server.close(() => process.exit(0)));
      `,
      },
    },
    {
      name: 'a listener that is registered before the module that waits is loaded',
      files: {
        'src/redis.js': redis,
        'src/index.js': `
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end());
        process.on('SIGTERM', () => server.close(() => process.exit(0)));
        const { redis } = await import('./redis.js');
        server.on('request', () => redis.incr('requests'));
        server.listen(3000);
      `,
      },
    },
  ],
});
