/** The shutdown stands in another file than what it leaves open, or in a function with another `this`. */
import { code } from './applying.js';
import { repairs } from './repairing.js';

const main = code`
  import { Service } from './service.js';
  const service = new Service();
  service.start();
  process.once('SIGTERM', async () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    await service.stop();
  });
`;

repairs('no-unclosed-resource', [
  {
    name: 'stop() of the class, which waits',
    files: {
      'main.js': main,
      'service.js': code`
        import http from 'node:http';
        import pg from 'pg';
        export class Service {
          pool = new pg.Pool();
          server = http.createServer((req, res) => this.pool.query('select 1').then(() => res.end()));
          start() {
            this.server.listen(3000);
          }
          async stop() {
            await new Promise((resolve) => this.server.close(resolve));
          }
        }
      `,
    },
    suggestion: 'close',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      export class Service {
        pool = new pg.Pool();
        server = http.createServer((req, res) => this.pool.query('select 1').then(() => res.end()));
        start() {
          this.server.listen(3000);
        }
        async stop() {
          await new Promise((resolve) => this.server.close(resolve));
          await this.pool.end();
        }
      }
    `,
  },
  {
    name: 'a function of the module that closes something else',
    files: {
      'main.js': code`
        import http from 'node:http';
        import { closeStores, users } from './stores.js';
        const server = http.createServer((req, res) => users().then(() => res.end())).listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.close(() => closeStores());
        });
      `,
      'stores.js': code`
        import { Redis } from 'ioredis';
        import pg from 'pg';
        const pool = new pg.Pool();
        const redis = new Redis();
        export const users = async () => (await redis.get('users')) ?? pool.query('select 1');
        export async function closeStores() {
          await pool.end();
        }
      `,
    },
    suggestion: 'close',
    after: code`
      import { Redis } from 'ioredis';
      import pg from 'pg';
      const pool = new pg.Pool();
      const redis = new Redis();
      export const users = async () => (await redis.get('users')) ?? pool.query('select 1');
      export async function closeStores() {
        await pool.end();
        await redis.quit();
      }
    `,
  },
  {
    name: 'a callback that is passed on',
    files: {
      'main.js': code`
        import { Service } from './service.js';
        const service = new Service();
        service.start();
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          service.stop(() => console.log('stopped'));
        });
      `,
      'service.js': code`
        import http from 'node:http';
        import pg from 'pg';
        export function Service() {
          this.pool = new pg.Pool();
          this.server = http.createServer((req, res) => this.pool.query('select 1').then(() => res.end()));
        }
        Service.prototype.start = function () {
          this.server.listen(3000);
        };
        Service.prototype.stop = function (done) {
          this.server.close(done);
        };
      `,
    },
    suggestion: 'close',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      export function Service() {
        this.pool = new pg.Pool();
        this.server = http.createServer((req, res) => this.pool.query('select 1').then(() => res.end()));
      }
      Service.prototype.start = function () {
        this.server.listen(3000);
      };
      Service.prototype.stop = function (done) {
        this.server.close(() => this.pool.end(done));
      };
    `,
  },
  {
    name: 'a plain function in a method that keeps this',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        class Service {
          constructor() {
            this.pool = new pg.Pool();
            this.server = http.createServer((req, res) => this.pool.query('select 1').then(() => res.end()));
          }
          start() {
            this.server.listen(3000);
            process.once('SIGTERM', this.stop.bind(this));
          }
          stop() {
            const self = this;
            setTimeout(() => process.exit(1), 10_000).unref();
            self.server.close(function () {
              console.log('closed');
            });
          }
        }
        new Service().start();
      `,
    },
    suggestion: 'close',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      class Service {
        constructor() {
          this.pool = new pg.Pool();
          this.server = http.createServer((req, res) => this.pool.query('select 1').then(() => res.end()));
        }
        start() {
          this.server.listen(3000);
          process.once('SIGTERM', this.stop.bind(this));
        }
        stop() {
          const self = this;
          setTimeout(() => process.exit(1), 10_000).unref();
          self.server.close(async function () {
            console.log('closed');
            await self.pool.end();
          });
        }
      }
      new Service().start();
    `,
  },
]);
