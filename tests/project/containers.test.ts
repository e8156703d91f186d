/** What stands behind the tokens of containers that are asked by code. */
import { table } from '../rules/table.js';
import { redisCache } from './redis-cache.js';

const express = (beginning: string, cache: string, mark = ''): Readonly<Record<string, string>> => ({
  'src/cache.ts': redisCache,
  'src/main.ts': `
    import 'reflect-metadata';
    import express from 'express';
    import { Cache, CACHE, MemoryCache, RedisCache } from './cache';
    ${beginning}
    const app = express();
    app.get('/live', async (request, response) => {
      response.send(await ${cache}.ping());${mark}
    });
    app.listen(3000);
  `,
});
const found = ' // ! liveness';

table('no-blocking-probe', {
  reports: [
    {
      name: 'a container with bindings to classes',
      files: express(
        `
        import { Container } from 'inversify';
        const container = new Container();
        container.bind<Cache>(CACHE).to(RedisCache).inSingletonScope();
      `,
        'container.get<Cache>(CACHE)',
        found,
      ),
    },
    {
      name: 'a container with bindings to objects, under names of an object',
      files: express(
        `
        import { Container } from 'inversify';
        const TYPES = { Cache: Symbol.for('Cache') };
        const container = new Container();
        container.bind<Cache>(TYPES.Cache).toConstantValue(new RedisCache());
      `,
        `container.get<Cache>(Symbol.for('Cache'))`,
        found,
      ),
    },
    {
      name: 'a module of bindings, and an object that is injected',
      files: express(
        `
        import { Container, ContainerModule, inject, injectable } from 'inversify';
        @injectable()
        class Health {
          constructor(@inject(CACHE) private readonly cache: Cache) {}
          ping() { return this.cache.ping(); }
        }
        const bindings = new ContainerModule((bind) => {
          bind<Cache>(CACHE).toDynamicValue(() => new RedisCache());
          bind(Health).toSelf();
        });
        const container = new Container();
        container.load(bindings);
      `,
        'container.get(Health)',
        found,
      ),
    },
    {
      name: 'a registry of tokens',
      files: express(
        `
        import { container } from 'tsyringe';
        container.register<Cache>('Cache', { useClass: RedisCache });
      `,
        `container.resolve<Cache>('Cache')`,
        found,
      ),
    },
    {
      name: 'a registry of objects',
      files: express(
        `
        import { container } from 'tsyringe';
        container.registerInstance<Cache>('Cache', new RedisCache());
      `,
        `container.resolve<Cache>('Cache')`,
        found,
      ),
    },
    {
      name: 'a container with settings',
      files: express(
        `
        import { Container, Token } from 'typedi';
        const CACHES = new Token<Cache>('caches');
        Container.set(CACHES, new RedisCache());
      `,
        'Container.get(CACHES)',
        found,
      ),
    },
    {
      name: 'a container with a service by its id',
      files: express(
        `
        import { Container } from 'typedi';
        Container.set({ id: 'cache', type: RedisCache });
      `,
        `Container.get<Cache>('cache')`,
        found,
      ),
    },
  ],
  silent: [
    {
      name: 'a container with another class behind the name',
      files: express(
        `
        import { Container } from 'inversify';
        const container = new Container();
        container.bind<Cache>('memory').to(MemoryCache);
        container.bind<Cache>('redis').to(RedisCache);
      `,
        `container.get<Cache>('memory')`,
      ),
    },
    {
      name: 'a registry with another object behind the token',
      files: express(
        `
        import { container } from 'tsyringe';
        container.register<Cache>('Memory', { useValue: new MemoryCache() });
        container.register<Cache>('Redis', { useValue: new RedisCache() });
      `,
        `container.resolve<Cache>('Memory')`,
      ),
    },
  ],
});

const consumer = `
  import { Kafka } from 'kafkajs';
  export interface Worker { start(): Promise<void> }
  export class OrderWorker implements Worker {
    private readonly consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'orders' });
    async start() {
      await this.consumer.connect();
      await this.consumer.subscribe({ topic: 'orders' });
      await this.consumer.run({ eachMessage: async () => {} });$
    }
  }
`;

table('require-sigterm-listener', {
  reports: [
    {
      name: 'a worker behind an interface',
      files: {
        'src/worker.ts': consumer.replace('$', ' // ! missing'),
        'src/container.ts': `
          import { Container } from 'inversify';
          import { OrderWorker, Worker } from './worker';
          export const TYPES = { Worker: Symbol.for('Worker') };
          export class ContainerConfig {
            async load(): Promise<Container> {
              const container = new Container();
              container.bind<Worker>(TYPES.Worker).toConstantValue(new OrderWorker());
              return container;
            }
          }
        `,
        'src/main.ts': `
          import { ContainerConfig, TYPES } from './container';
          import { Worker } from './worker';
          void new ContainerConfig().load().then(async (container) => {
            const worker = container.get<Worker>(TYPES.Worker);
            await worker.start();
          });
        `,
      },
    },
  ],
  silent: [
    {
      name: 'a worker that is bound, but never asked for',
      files: {
        'src/worker.ts': consumer.replace('$', ''),
        'src/main.ts': `
          import { Container } from 'inversify';
          import { OrderWorker, Worker } from './worker';
          const container = new Container();
          container.bind<Worker>('worker').to(OrderWorker);
        `,
      },
    },
  ],
});
