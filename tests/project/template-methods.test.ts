/** A method of a base class calls what its subclasses have. */
import { js, table } from '../rules/table.js';

const nest = `
  import { NestFactory } from '@nestjs/core';
  export abstract class Provider {
    async provide(module) {
      const app = await this.create(module);
      this.configure(app);
      return app;
    }
    protected abstract create(module);
    protected abstract configure(app);
  }
  export class Standard extends Provider {
    protected create(module) {
      return NestFactory.create(module);
    }
    protected configure(app) {
      HOOKS
    }
  }
`;
const nestMain = `
  import { AppModule } from './app.module';
  import { Standard } from './provider';
  async function bootstrap() {
    const app = await new Standard().provide(AppModule);
    await app.listen(3000); // MARK
  }
  void bootstrap();
`;
const module = `
  import { Module } from '@nestjs/common';
  @Module({})
  export class AppModule {}
`;

const service = (stop: string): string => `
  import http from 'node:http';
  class Service {
    constructor() {
      process.once('SIGTERM', () => this.shutdown());
    }
    async shutdown() {
      setTimeout(() => process.exit(1), 10_000).unref();
      await this.stop();
      process.exit(0);
    }
  }
  class Web extends Service {
    server = http.createServer((request, response) => response.end('ok'));
    start() {
      this.server.listen(3000);
    }
    ${stop}
  }
  new Web().start();
`;

/** The base has a method that stands for those of its subclasses. */
const hooked = (hook: string, stop: string): string => service(stop).replace('async shutdown', `${hook}\n    async shutdown`);

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'an application that an abstract method makes',
      files: {
        'src/provider.ts': nest.replace('HOOKS', 'app.enableCors();'),
        'src/main.ts': nestMain.replace('MARK', '! missing'),
        'src/app.module.ts': module,
      },
    },
  ],
  silent: [
    {
      name: 'hooks that an abstract method enables',
      files: {
        'src/provider.ts': nest.replace('HOOKS', 'app.enableShutdownHooks();'),
        'src/main.ts': nestMain.replace(' // MARK', ''),
        'src/app.module.ts': module,
      },
    },
  ],
});

table('no-exit-before-close', {
  at: /exit/u,
  reports: [
    {
      name: 'a stop of the subclass that waits for nothing',
      files: {
        'src/main.js': service('async stop() { this.server.close(); }').replace('process.exit(0);', 'process.exit(0); // ! pending'),
      },
    },
    {
      name: 'a stop of the subclass that waits for nothing, where the base has an empty one',
      files: {
        'src/main.js': hooked('async stop() {}', 'async stop() { this.server.close(); }').replace(
          'process.exit(0);',
          'process.exit(0); // ! pending',
        ),
      },
    },
    {
      name: 'an empty stop that no subclass has',
      unrepaired: true,
      files: { 'src/main.js': hooked('async stop() {}', '').replace('process.exit(0);', 'process.exit(0); // ! open') },
    },
  ],
  silent: [
    {
      name: 'a stop of the subclass that waits',
      files: { 'src/main.js': service('stop() { return new Promise((resolve) => this.server.close(resolve)); }') },
    },
    {
      name: 'two subclasses, one of which has nothing to stop',
      files: {
        'src/main.js':
          service('stop() { return new Promise((resolve) => this.server.close(resolve)); }') +
          '  class Idle extends Service { stop() {} }\n',
      },
    },
    {
      name: 'a stop of the subclass, where the base has an empty one',
      files: {
        'src/main.js': hooked('async stop() {}', 'stop() { return new Promise((resolve) => this.server.close(resolve)); }'),
      },
    },
    {
      name: 'a stop of the subclass, where the base says that it is missing',
      files: {
        'src/main.js': hooked(
          `stop() { throw new Error('stop() is missing'); }`,
          'stop() { return new Promise((resolve) => this.server.close(resolve)); }',
        ),
      },
    },
    {
      name: 'a stop of the subclass, where the base has a promise of nothing',
      files: {
        'src/main.js': hooked(
          'stop() { return Promise.resolve(); }',
          'stop() { return new Promise((resolve) => this.server.close(resolve)); }',
        ),
      },
    },
    {
      name: 'a method that no subclass has',
      files: { 'src/main.js': service('') },
    },
    {
      name: 'a method of a class that extends another one',
      files: js`
      import http from 'node:http';
      const server = http.createServer((request, response) => response.end('ok')).listen(3000);
      class Base {
        async shutdown() {
          await this.stop();
          process.exit(0);
        }
      }
      class Other {
        async stop() { server.close(); }
      }
      new Other();
      const base = new Base();
      process.once('SIGTERM', () => base.shutdown());
    `,
    },
  ],
});
