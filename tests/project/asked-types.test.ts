/** What a dependency container hands out, known by the type or class that it is asked for. */
import { table } from '../rules/table.js';

const mail = `
  import amqp from 'amqplib';
  export class Mail {
    private connection?: amqp.ChannelModel;
    async connect() { this.connection = await amqp.connect('amqp://rabbit'); }
    async close() { await this.connection?.close(); }
  }
`;
const web = `
  import express from 'express';
  import type { Server } from 'node:http';
  export class Web {
    private server?: Server;
    listen() {
      const app = express();
      app.get('/', (req, res) => res.send('ok'));
      this.server = app.listen(3000, () => console.log('up'));
    }
    async stop() { await new Promise((resolve) => this.server?.close(resolve)); }
  }
`;
/** Its handlers are not seen. */
const busyWeb = `
  import { routes } from 'some-routes';
  ${web.replace(`app.get('/', (req, res) => res.send('ok'))`, 'app.use(routes)')}
`;

table('enforce-shutdown-order', {
  at: /close/u,
  reports: [
    {
      name: 'asked for by a type',
      files: {
        'src/mail.ts': mail,
        'src/web.ts': busyWeb,
        'src/app.ts': `
        import container from './container';
        import { Mail } from './Mail';
        import { Web } from './web';
        const web = new Web();
        export async function start() {
          await container.get<Mail>('mail').connect();
          web.listen();
        }
        export async function stop() {
          const mail = container.get<Mail>('mail');
          await mail.close(); // ! before
          await web.stop();
        }
        start();
      `,
        'src/container.ts': `
        import { ContainerBuilder } from 'some-container';
        export default new ContainerBuilder();
      `,
      },
    },
    {
      name: 'asked for by a class',
      files: {
        'src/mail.ts': mail,
        'src/web.ts': busyWeb,
        'src/app.ts': `
        import { registry } from 'some-container';
        import { Mail } from './mail';
        import { Web } from './web';
        const web = registry.resolve(Web);
        registry.resolve(Mail).connect().then(() => web.listen());
        export async function stop() {
          await registry.resolve(Mail).close(); // ! before
          await web.stop();
        }
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a metrics server that speaks of nothing, after the drain of another',
      files: {
        'src/mail.ts': mail,
        'src/web.ts': web,
        'src/app.ts': `
        import http from 'node:http';
        import { registry } from 'some-container';
        import { Mail } from './mail';
        import { Web } from './web';
        const main = http.createServer((req, res) => res.end('ok')).listen(80);
        registry.resolve(Mail).connect();
        registry.resolve(Web).listen();
        export async function stop() {
          await new Promise((resolve) => main.close(resolve));
          await registry.resolve(Mail).close();
          await registry.resolve(Web).stop();
        }
      `,
      },
    },
    {
      name: 'a value that is known is what it is, whatever type it is asked for by',
      files: {
        'src/mail.ts': mail,
        'src/web.ts': web,
        'src/app.ts': `
        import { Mail } from './mail';
        import { Web } from './web';
        const clock = { close: async () => console.log('closed') };
        const all = { mail: clock };
        function get<T>(name: 'mail'): T { return all[name] as T; }
        const web = new Web();
        web.listen();
        export async function stop() {
          await get<Mail>('mail').close();
          await web.stop();
        }
      `,
      },
    },
  ],
});

table('no-unclosed-resource', {
  at: /new Pool|createClient/u,
  reports: [
    {
      name: 'another type than the one that is closed',
      unrepaired: true,
      files: {
        'src/app.ts': `
        import http from 'node:http';
        import { Pool } from 'pg';
        import { createClient } from 'redis';
        import { Registry } from 'some-container';
        const all = new Registry();
        const pool = new Pool();
        const redis = createClient(); // ! unclosed
        const server = http.createServer((req, res) => { void redis.get('a').then(() => pool.query('select 1')); }).listen(3000);
        process.once('SIGTERM', () => server.close(async () => { await all.get<Pool>('pool').end(); }));
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a pool that the container hands out by its type',
      files: {
        'src/app.ts': `
        import http from 'node:http';
        import { asValue, createContainer } from 'awilix';
        import type { Pool } from 'pg';
        import * as pg from 'pg';
        const container = createContainer();
        container.register({ pool: asValue(new pg.Pool()) });
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => server.close(async () => { await container.resolve<Pool>('pool').end(); }));
      `,
      },
    },
  ],
});
