/** Several programs that begin to serve at one place, and hooks that are called in a shutdown. */
import { table } from './table.js';

const SERVICE = `
  import express from 'express';
  export class Service {
    constructor(options) { this.onShutdown = options.onShutdown; }
    start() {
      this.server = express().listen(3000); // ! MESSAGE
    }
    async stop() {
      await this.onShutdown?.();
      this.server.close(() => process.exit(0));
    }
  }
`;
const main = (name: string): string => `
  import { Service } from './service.js';
  const service = new Service({ onShutdown: async () => console.log('${name} stops') });
  service.start();
`;
const INTERRUPTED = `${main('orders')}\nprocess.on('SIGINT', () => service.stop());`;

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'two programs that share what serves, of which one hears SIGINT, are told of once',
      files: { 'src/service.js': SERVICE.replace('MESSAGE', 'interruptOnly'), 'src/orders.js': INTERRUPTED, 'src/stock.js': main('stock') },
    },
    {
      name: 'a hook that is called in the shutdown',
      files: { 'src/service.js': SERVICE.replace('MESSAGE', 'interruptOnly'), 'src/orders.js': INTERRUPTED },
    },
    {
      name: 'a hook of something that is not seen',
      files: {
        'src/main.js': `
          import express from 'express';
          import { load } from 'some-settings';
          const settings = load();
          const server = express().listen(3000); // ! interruptOnly
          process.on('SIGINT', async () => {
            await settings.hooks.onExit();
            server.close(() => process.exit(0));
          });
        `,
      },
    },
  ],
  silent: [
    {
      name: 'what is not seen is given the close',
      files: {
        'src/main.js': `
          import express from 'express';
          import { load } from 'some-settings';
          const server = express().listen(3000);
          load().onExit(() => server.close());
        `,
      },
    },
    {
      name: 'what is not seen sets up a shutdown by itself',
      files: {
        'src/main.js': `
          import express from 'express';
          import { load } from 'some-settings';
          express().listen(3000);
          load().handleShutdown();
        `,
      },
    },
  ],
});
