/** What stands behind the tokens of Nest providers. */
import { table } from '../rules/table.js';
import { redisCache } from './redis-cache.js';

const nest = (controller: string, provider: string, more = ''): Readonly<Record<string, string>> => ({
  'src/cache.ts': redisCache,
  'src/live.controller.ts': `
    import { Controller, Get, Inject } from '@nestjs/common';
    import { Cache, CACHE, REDIS } from './cache';
    @Controller('live')
    export class LiveController {
      ${controller}
    }
  `,
  'src/app.module.ts': `
    import { Module } from '@nestjs/common';
    import { Redis } from 'ioredis';
    import { CACHE, MemoryCache, REDIS, RedisCache } from './cache';
    import { LiveController } from './live.controller';
    ${more}
    @Module({ controllers: [LiveController], providers: [${provider}] })
    export class AppModule {}
  `,
  'src/main.ts': `
    import { NestFactory } from '@nestjs/core';
    import { AppModule } from './app.module';
    async function bootstrap() {
      const app = await NestFactory.create(AppModule);
      app.enableShutdownHooks();
      await app.listen(3000);
    }
    void bootstrap();
  `,
});
const pinged = `
      constructor(@Inject(CACHE) private readonly cache: Cache) {}
      @Get()
      live() {
        return this.cache.ping(); // ! liveness
      }
`;
const asked = pinged.replace(' // ! liveness', '');

table('no-blocking-probe', {
  reports: [
    { name: 'a class behind a symbol', files: nest(pinged, '{ provide: CACHE, useClass: RedisCache }') },
    {
      name: 'a class behind a symbol, in a list of its own',
      files: nest(pinged, '...providers', 'const providers = [{ provide: CACHE, useClass: RedisCache }];'),
    },
    {
      name: 'a field that is injected',
      files: nest(
        pinged.replace('constructor(@Inject(CACHE) private readonly cache: Cache) {}', '@Inject(CACHE) private readonly cache: Cache;'),
        '{ provide: CACHE, useClass: RedisCache }',
      ),
    },
    {
      name: 'a parameter that the constructor keeps',
      files: nest(
        pinged.replace(
          'constructor(@Inject(CACHE) private readonly cache: Cache) {}',
          'private readonly cache: Cache;\nconstructor(@Inject(CACHE) cache: Cache) { this.cache = cache; }',
        ),
        '{ provide: CACHE, useClass: RedisCache }',
      ),
    },
    {
      name: 'what a factory gives behind a text',
      files: nest(
        pinged.replace('CACHE', `'REDIS'`),
        `{ provide: REDIS, inject: [], useFactory: async () => { const redis = new Redis(); await redis.connect(); return redis; } }`,
      ),
    },
    { name: 'another provider', files: nest(pinged, 'RedisCache, { provide: CACHE, useExisting: RedisCache }') },
    {
      name: 'another token',
      files: nest(pinged, '{ provide: REDIS, useClass: RedisCache }, { provide: CACHE, useExisting: REDIS }'),
    },
    { name: 'a value', files: nest(pinged, '{ provide: CACHE, useValue: new RedisCache() }') },
    {
      name: 'an abstract class, provided by one that only implements it',
      files: {
        ...nest(
          pinged.replace('@Inject(CACHE) private readonly cache: Cache', 'private readonly cache: Readiness'),
          '{ provide: Readiness, useClass: RedisCache }',
          `import { Readiness } from './readiness';`,
        ),
        'src/readiness.ts': 'export abstract class Readiness { abstract ping(): Promise<unknown>; }',
        'src/live.controller.ts': `
          import { Controller, Get } from '@nestjs/common';
          import { Readiness } from './readiness';
          @Controller('live')
          export class LiveController {
            constructor(private readonly readiness: Readiness) {}
            @Get()
            live() {
              return this.readiness.ping(); // ! liveness
            }
          }
        `,
      },
    },
  ],
  silent: [
    {
      name: 'another class of the same interface behind the symbol',
      files: nest(asked, '{ provide: CACHE, useClass: MemoryCache }, { provide: REDIS, useClass: RedisCache }'),
    },
    { name: 'a symbol that nothing provides', files: nest(asked, 'RedisCache') },
    {
      name: 'a class that is chosen elsewhere',
      files: nest(asked, '{ provide: CACHE, useClass: chosen() }', `import { chosen } from 'some-config';`),
    },
    {
      name: 'another symbol of the same words',
      files: nest(
        asked,
        '{ provide: OTHER, useClass: RedisCache }, { provide: CACHE, useClass: MemoryCache }',
        `const OTHER = Symbol('CACHE');`,
      ),
    },
  ],
});
