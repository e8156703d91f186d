/** Objects with functions that are given to a library under a name: taken to be called, as those of a literal are. */
import { table } from '../rules/table.js';

const dependencies = { yargs: '^17.0.0', express: '^4.0.0' };
const serving = `
  import express from 'express';
  export async function setup(port) {
    express().get('/', (req, res) => res.end()).listen(port); // ! missing
  }
`;
const silent = serving.replace(' // ! missing', '');

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'a command of a tool that the start script runs',
      manifest: { dependencies, scripts: { start: 'node src/index.js serve' } },
      files: {
        'src/index.js': `
          import yargs from 'yargs';
          import { serve } from './serve.js';
          yargs(process.argv.slice(2)).command(serve).demandCommand().help().argv;
        `,
        'src/serve.js': `
          import { setup } from './app.js';
          export const serve = {
            command: ['serve'],
            builder: { port: { type: 'number' } },
            async handler({ port }) {
              await setup(port);
            },
          };
        `,
        'src/app.js': serving,
      },
    },
    {
      name: 'a plugin of an unknown framework',
      files: {
        'src/index.js': `
          import { run } from '@acme/run';
          import { setup } from './app.js';
          const plugin = { name: 'web', start: () => setup(3000) };
          run(plugin);
        `,
        'src/app.js': serving,
      },
    },
  ],
  silent: [
    {
      name: 'one that is only listed, and one that nobody gives away',
      files: {
        'src/index.js': `
          import { setup } from './app.js';
          const commands = { serve: () => setup(3000), check: () => console.log('fine') };
          const others = { serve: () => setup(3001) };
          console.log(Object.keys(commands).join(), JSON.stringify(commands), Object.keys(others));
        `,
        'src/app.js': silent,
      },
    },
    {
      name: 'a command that is called by a shutdown as well',
      manifest: { dependencies, scripts: { start: 'node src/index.js serve' } },
      files: {
        'src/index.js': `
          import yargs from 'yargs';
          import express from 'express';
          const serve = {
            command: 'serve',
            handler() {
              const server = express().listen(3000);
              process.once('SIGTERM', () => {
                setTimeout(() => process.exit(1), 5000).unref();
                server.close(() => process.exit(0));
              });
            },
          };
          yargs(process.argv.slice(2)).command(serve).parse();
        `,
      },
    },
  ],
});
