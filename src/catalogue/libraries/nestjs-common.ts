import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGILL', 'SIGTRAP', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGSEGV', 'SIGUSR2', 'SIGTERM'];
const verb = (method: string): Member => ({ route: { method, path: 0, handlers: [] }, decorates: 'request' });
const logs = each('log error warn debug verbose fatal', { logs: true });

/** Measured: onModuleDestroy and beforeApplicationShutdown run before the server stops, onApplicationShutdown after it; on a signal only with `enableShutdownHooks()`. */
export const nestjsCommon: Library = {
  name: '@nestjs/common',
  modules: ['@nestjs/common', '@nestjs/platform-express', '@nestjs/platform-fastify'],
  manual: 'https://docs.nestjs.com/fundamentals/lifecycle-events#application-shutdown',
  verified: 'measured',
  exports: {
    Controller: { mounts: { path: 0, children: 'rest' } },
    Get: verb('get'),
    Post: verb('post'),
    Put: verb('put'),
    Patch: verb('patch'),
    Delete: verb('delete'),
    Head: verb('head'),
    Options: verb('options'),
    All: verb('*'),
    Sse: verb('get'),
    Logger: { returns: 'Logger', opens: false, members: logs },
    ConsoleLogger: { returns: 'Logger', opens: false },
    Inject: { injects: 0 },
    ...each('Module Injectable UseGuards UseInterceptors UsePipes UseFilters HttpCode', {}),
    NestExpressApplication: { returns: 'INestApplication' },
    NestFastifyApplication: { returns: 'INestApplication' },
  },
  providers: { token: 'provide', class: 'useClass', value: 'useValue', factory: 'useFactory', alias: 'useExisting' },
  lifecycle: {
    onModuleInit: 'startup',
    onApplicationBootstrap: 'startup',
    onModuleDestroy: 'shutdown',
    beforeApplicationShutdown: 'shutdown',
    onApplicationShutdown: 'shutdown',
  },
  serving: {
    by: 'INestApplication',
    until: { onModuleDestroy: 'onApplicationShutdown', beforeApplicationShutdown: 'onApplicationShutdown' },
  },
  types: {
    INestApplicationContext: {
      label: 'Nest application',
      kind: 'value',
      keepsAlive: true,
      needsClose: true,
      members: {
        close: { promise: true, closes: { style: 'promise', drains: true, idempotent: true } },
        init: { resolves: 'this', promise: true },
        enableShutdownHooks: { returns: 'this', signals: { handles: SIGNALS, from: 0, then: 'reraise', idempotent: true, closes: 'this' } },
        ...each('get resolve', { instanceOf: 0 }),
        ...each('useLogger flushLogs', {}),
      },
    },
    INestMicroservice: {
      label: 'Nest microservice',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      extends: ['INestApplicationContext'],
      members: { listen: { promise: true, starts: true, calls: [{ at: 'last', role: 'listening' }] } },
    },
    INestApplication: {
      label: 'Nest application',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      extends: ['INestApplicationContext'],
      members: {
        listen: { promise: true, starts: true, calls: [{ at: 'last', role: 'listening' }] },
        use: {
          returns: 'this',
          mounts: { path: 0, children: 'rest' },
          calls: [{ at: 'rest', role: 'request', parameters: ['node:http#IncomingMessage', 'node:http#ServerResponse', null] }],
        },
        connectMicroservice: { returns: 'INestMicroservice' },
        startAllMicroservices: { promise: true, starts: true },
        getHttpServer: { returns: 'node:http#Server' },
        ...each(
          'setGlobalPrefix useGlobalGuards useGlobalPipes useGlobalFilters useGlobalInterceptors useWebSocketAdapter enableVersioning',
          { returns: 'this' },
        ),
      },
    },
    Logger: { label: 'logger', kind: 'logger', members: logs },
  },
  examples: [
    {
      code: `import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Pool } from 'pg';

@Injectable()
class Database {
  readonly pool = new Pool();
  async onApplicationShutdown() {
    await this.pool.end(); // close
  }
}
@Controller('greetings')
class Greetings {
  @Get()
  greet() {
    return 'ok';
  }
}
@Module({ controllers: [Greetings], providers: [Database] })
class App {}

const app = await NestFactory.create(App);
app.enableShutdownHooks();
await app.listen(3000);
`,
      typescript: true,
      opens: ['pg#Pool', 'INestApplication'],
      live: true,
      notClosed: 'this.pool.end();',
    },
  ],
};
