/** A TypeScript configuration that does not load as a whole, as in a clone without installed packages, hides no module. */
import { table } from '../rules/table.js';

const server = `
  import express from 'express';
  export const app = express();
`;
const start = (from: string): string => `
  import { app } from '${from}';
  app.listen(3000); // ! missing
`;
const config = (json: unknown): string => JSON.stringify(json);

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'a base of a package that is not installed',
      files: {
        'tsconfig.json': config({ extends: '@tsconfig/node20/tsconfig.json', compilerOptions: { strict: true } }),
        'src/server.ts': server,
        'src/app.ts': start('./server'),
      },
    },
    {
      name: 'a base file that is not there',
      files: {
        'tsconfig.json': config({ extends: '../../tsconfig.base.json' }),
        'src/server.ts': server,
        'src/app.ts': start('./server'),
      },
    },
    {
      name: 'a referenced project that is not there',
      files: { 'tsconfig.json': config({ references: [{ path: './nope' }] }), 'src/server.ts': server, 'src/app.ts': start('./server') },
    },
    {
      name: 'a configuration with a syntax error',
      files: { 'tsconfig.json': '{ "compilerOptions": {', 'src/server.ts': server, 'src/app.ts': start('./server') },
    },
    {
      name: 'a JavaScript package that is checked by TypeScript',
      files: { 'tsconfig.json': config({ extends: '@acme/checked' }), 'src/server/index.js': server, 'src/app.js': start('./server') },
    },
    {
      name: 'paths beside a base that is not installed, with comments and trailing commas',
      files: {
        'tsconfig.json': `{
          // Shared.
          "extends": ["@tsconfig/strictest", "@tsconfig/node20"],
          "compilerOptions": { "paths": { "@/*": ["./src/*"], },
          },
        }`,
        'src/lib/server.ts': server,
        'src/app.ts': start('@/lib/server'),
      },
    },
    {
      name: 'a path without a star',
      files: {
        'tsconfig.json': config({ extends: 'gone', compilerOptions: { baseUrl: '.', paths: { 'the-server': ['src/lib/server'] } } }),
        'src/lib/server.ts': server,
        'src/app.ts': start('the-server'),
      },
    },
    {
      name: 'names from the base folder',
      files: {
        'tsconfig.json': config({ extends: 'gone', compilerOptions: { baseUrl: './src' } }),
        'src/lib/server.ts': server,
        'src/app.ts': start('lib/server'),
      },
    },
    {
      name: 'paths of the base that the configuration extends, beside another that is missing',
      files: {
        'config/base.json': config({ extends: '@tsconfig/node20', compilerOptions: { paths: { '#lib/*': ['../src/lib/*'] } } }),
        'tsconfig.json': config({ extends: './config/base' }),
        'src/lib/server.ts': server,
        'src/app.ts': start('#lib/server'),
      },
    },
    {
      name: 'paths of a package of the workspace',
      files: {
        'package.json': config({ name: 'all', private: true, workspaces: ['packages/*'] }),
        'packages/config/package.json': config({ name: '@acme/config', version: '1.0.0' }),
        'packages/config/node.json': config({ compilerOptions: { paths: { '~/*': ['${configDir}/src/*'] } } }),
        'packages/api/package.json': config({ name: 'api', main: 'src/app.ts', dependencies: { express: '*' } }),
        'packages/api/tsconfig.json': config({ extends: '@acme/config/node.json' }),
        'packages/api/src/server.ts': server,
        'packages/api/src/app.ts': start('~/server'),
      },
    },
  ],
  silent: [
    {
      name: 'a listener behind a path of such a configuration',
      files: {
        'tsconfig.json': config({ extends: '@tsconfig/node20', compilerOptions: { paths: { '@/*': ['./src/*'] } } }),
        'src/stop.ts': `
        import type { Server } from 'node:http';
        export function stopOnSignal(server: Server): void {
          process.on('SIGTERM', () => server.close(() => process.exit(0)));
        }
      `,
        'src/app.ts': `
        import http from 'node:http';
        import { stopOnSignal } from '@/stop';
        stopOnSignal(http.createServer((req, res) => res.end()).listen(3000));
      `,
      },
    },
    {
      name: 'a listener that may stand in a module that is not there',
      files: {
        'tsconfig.json': config({ extends: '@tsconfig/node20', compilerOptions: { paths: { '@/*': ['./src/*'] } } }),
        'src/app.ts': `
        import http from 'node:http';
        import { stopOnSignal } from './generated/stop';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        stopOnSignal(server);
      `,
      },
    },
  ],
});
