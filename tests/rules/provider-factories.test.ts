/** What the factory of a provider makes is made with the program, and nobody closes it but the program. */
import { table } from './table.js';

const program = (app: string, end = 'app.enableShutdownHooks();'): Readonly<Record<string, string>> => ({
  'src/main.ts': `import { Box } from 'some-box';
    import { Controller, Get, Inject, Injectable, Module, OnModuleDestroy } from '@nestjs/common';
    import { ModuleRef, NestFactory } from '@nestjs/core';
    import { Pool } from 'pg';
    @Controller()
    class Orders {
      constructor(@Inject('db') private readonly db: Pool) {}
      @Get() list() { return this.db.query('select 1'); }
    }
    ${app}
    const app = await NestFactory.create(App);
    ${end}
    await app.listen(3000);`,
});
const MODULE = `@Module({ controllers: [Orders], providers: [{ provide: 'db', useFactory: () => new Pool() }] })`;
const CLOSER = `@Injectable()
  class Closer {
    constructor(@Inject('db') readonly pool: Pool) {}
    async onApplicationShutdown() { await this.pool.end(); }
  }`;

table('no-unclosed-resource', {
  reports: [
    {
      name: 'of an arrow function',
      unrepaired: true,
      files: program(`@Module({
        controllers: [Orders],
        providers: [{ provide: 'db', useFactory: () => new Pool() }], // ! unclosed
      })
      class App {}`),
    },
    {
      name: 'of a provider in a variable, that waits and is given others',
      unrepaired: true,
      files: program(`const provider = {
        provide: 'db',
        inject: ['config'],
        useFactory: async (config: Map<string, string>) => {
          const pool = new Pool({ connectionString: config.get('db') }); // ! unclosed
          await pool.query('select 1');
          return pool;
        },
      };
      @Module({ controllers: [Orders], providers: [provider], exports: [provider] })
      class App {}`),
    },
    {
      name: 'of a function with a name',
      unrepaired: true,
      files: program(`function makePool() {
        return new Pool(); // ! unclosed
      }
      @Module({ controllers: [Orders], providers: [{ provide: 'db', useFactory: makePool }] })
      class App {}`),
    },
  ],
  silent: [
    {
      name: 'closed by the module',
      files: program(`${MODULE}
      class App implements OnModuleDestroy {
        constructor(@Inject('db') private pool: Pool) {}
        onModuleDestroy() { return this.pool.end(); }
      }`),
    },
    {
      name: 'closed by another provider',
      files: program(`${CLOSER}\n${MODULE.replace('providers: [', 'providers: [Closer, ')}\nclass App {}`),
    },
    {
      name: 'found again by its token',
      files: program(`${MODULE}
      class App {
        constructor(private ref: ModuleRef) {}
        async onApplicationShutdown() { await this.ref.get('db').end(); }
      }`),
    },
    {
      name: 'found in a container that is not seen',
      files: program(`${MODULE}
      class App {
        constructor(private box: Box) {}
        async onApplicationShutdown() { await this.box.get('db').end(); }
      }`),
    },
    {
      name: 'closed by the shutdown of the program',
      files: program(
        `${MODULE}\nclass App {}`,
        `process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 9000).unref();
          await app.close();
          await app.get('db').end();
          process.exit(0);
        });`,
      ),
    },
    {
      name: 'a class of the project that closes itself',
      files: program(`class Db {
        readonly pool = new Pool();
        query(text: string) { return this.pool.query(text); }
        async onModuleDestroy() { await this.pool.end(); }
      }
      @Module({ controllers: [Orders], providers: [{ provide: 'db', useFactory: () => new Db() }] })
      class App {}`),
    },
    {
      name: 'that gives itself a hook',
      files: program(`@Module({
        controllers: [Orders],
        providers: [{ provide: 'db', useFactory: () => { const pool = new Pool(); return Object.assign(pool, { onModuleDestroy: () => pool.end() }); } }],
      })
      class App {}`),
    },
  ],
});
