/** Classes that a library makes objects of, each a program of its own: commands of a tool. */
import { table, ts } from '../rules/table.js';

const manifest = { bin: { shop: './bin/run.js' }, oclif: { commands: './dist/commands' } };
const bin = `
  #!/usr/bin/env node
  import { execute } from '@oclif/core';
  await execute({ dir: import.meta.url });
`.trim();
const base = `
  import { Command } from '@oclif/core';
  export abstract class BaseCommand extends Command {
    async init(): Promise<void> {
      await super.init();
      process.once('SIGTERM', () => this.stopProcess());
    }
    async stopProcess(): Promise<void> {}
  }
`;
const start = (stop: string, opened = ''): string => `
  import http from 'node:http';
  import pg from 'pg';
  import { BaseCommand } from '../base.js';
  export default class Start extends BaseCommand {
    server?: http.Server;
    pool?: pg.Pool;
    async run(): Promise<void> {
      this.pool = new pg.Pool();${opened}
      this.server = http.createServer(async (request, response) => response.end(await this.pool?.query('select 1')));
      this.server.listen(3000);
    }
    async stopProcess(): Promise<void> {
      ${stop}
    }
  }
`;
const CLOSED = `
      this.server?.close(async () => {
        await this.pool?.end();
        process.exit(0);
      });
`;
const FORGOTTEN = `
      this.server?.close(() => process.exit(0));
`;

table('no-unclosed-resource', {
  at: /Pool/u,
  reports: [
    {
      name: 'a pool that a command opens and does not close',
      manifest,
      files: { 'bin/run.js': bin, 'src/base.ts': base, 'src/commands/start.ts': start(FORGOTTEN, ' // ! unclosed') },
    },
  ],
  silent: [
    {
      name: 'a command that closes all',
      manifest,
      files: { 'bin/run.js': bin, 'src/base.ts': base, 'src/commands/start.ts': start(CLOSED) },
    },
    {
      name: 'a command beside it that ends',
      manifest,
      files: {
        'bin/run.js': bin,
        'src/base.ts': base,
        'src/commands/start.ts': start(CLOSED),
        'src/commands/migrate.ts': `
          import { Command } from '@oclif/core';
          import pg from 'pg';
          export default class Migrate extends Command {
            async run(): Promise<void> {
              const pool = new pg.Pool();
              await pool.query('create table orders (id int)');
            }
          }
        `,
      },
    },
    {
      name: 'an action of another command, which ends the process',
      files: ts`
        import http from 'node:http';
        import { program } from 'commander';
        import pg from 'pg';
        program.command('serve').action(() => {
          const server = http.createServer((request, response) => response.end('ok')).listen(3000);
          process.once('SIGTERM', () => server.close(() => process.exit(0)));
        });
        program.command('seed').action(async () => {
          const pool = new pg.Pool();
          await pool.query('select 1');
          process.exit(0);
        });
        program.parse();
      `,
    },
  ],
});

table('no-unclosed-resource', {
  at: /Pool/u,
  reports: [
    {
      name: 'what a function opens that exits once it was told to',
      files: ts`
        import http from 'node:http';
        import pg from 'pg';
        async function main() {
          const pool = new pg.Pool(); // ! unclosed
          const server = http.createServer(async (request, response) => response.end(await pool.query('select 1'))).listen(3000);
          process.once('SIGTERM', () => server.close());
          await new Promise((resolve) => server.once('close', resolve));
          process.exit(0);
        }
        void main();
      `,
    },
  ],
});

table('require-sigterm-listener', {
  silent: [
    {
      name: 'a command that serves for a while, as a login does',
      manifest,
      files: {
        'bin/run.js': bin,
        'src/commands/login.ts': `
          import http from 'node:http';
          import { Command } from '@oclif/core';
          export default class Login extends Command {
            async run(): Promise<void> {
              const server = http.createServer((request, response) => response.end('close this page'));
              server.listen(8080);
            }
          }
        `,
      },
    },
  ],
});
