/** Services of one workspace that use the same library: what one of them hands to it runs in no other. */
import { table } from '../rules/table.js';

const WORKSPACE = {
  'package.json': JSON.stringify({ name: 'root', private: true, workspaces: ['packages/*'] }),
  'packages/shared/package.json': JSON.stringify({ name: '@acme/shared', main: 'index.js', type: 'module' }),
  'packages/shared/index.js': `
    export function promisified(fn) {
      return function (...args) {
        return new Promise((resolve, reject) => {
          fn.bind(this)(...args, (error, value) => (error ? reject(error) : resolve(value)));
        });
      };
    }
    export function callbackifyAll(module) {
      const all = {};
      for (const name of Object.getOwnPropertyNames(module)) {
        all[name] = (...args) => {
          const callback = args.pop();
          module[name](...args).then((value) => callback(null, value), callback);
        };
      }
      return all;
    }
  `,
  'packages/orders/package.json': JSON.stringify({
    name: 'orders',
    type: 'module',
    scripts: { start: 'node main.js' },
    dependencies: { '@acme/shared': '*' },
  }),
  'packages/mails/package.json': JSON.stringify({
    name: 'mails',
    type: 'module',
    scripts: { start: 'node main.js' },
    dependencies: { '@acme/shared': '*' },
  }),
};

table('no-blocking-handler', {
  at: /read|render/u,
  reports: [
    {
      name: 'in the service that hands the work over',
      unrepaired: true,
      files: {
        ...WORKSPACE,
        'packages/orders/main.js': `
          import express from 'express';
          import { promisified } from '@acme/shared';
          const read = promisified((callback) => callback(null, 'orders'));
          const app = express();
          app.get('/', async (request, response) => response.end(await read()));
          app.listen(3000);
        `,
        'packages/mails/main.js': `
          import fs from 'node:fs';
          import express from 'express';
          import { promisified } from '@acme/shared';
          const read = promisified((callback) => callback(null, fs.readFileSync('mail.html')));
          const app = express();
          app.get('/', async (request, response) => response.end(await read())); // ! blocking
          app.listen(3001);
        `,
      },
    },
  ],
  silent: [
    {
      name: 'in a service that does not load what blocks, whatever the library calls',
      files: {
        ...WORKSPACE,
        'packages/orders/main.js': `
          import express from 'express';
          import { callbackifyAll } from '@acme/shared';
          const orders = callbackifyAll({ async render() { return 'orders'; } });
          const app = express();
          app.get('/', (request, response) => orders.render((error, text) => response.end(text)));
          app.listen(3000);
        `,
        'packages/mails/main.js': `
          import fs from 'node:fs';
          import { callbackifyAll } from '@acme/shared';
          const mails = callbackifyAll({ async render() { return fs.readFileSync('mail.html'); } });
          mails.render(() => console.log('sent'));
        `,
      },
    },
  ],
});
