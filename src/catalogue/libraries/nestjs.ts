import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const create: Member = { resolves: 'NestApplication', opens: true };

/** nest-application-context.js: hooks run on signals only after `enableShutdownHooks()`; `close()` runs them too. */
export const nestCore: Library = {
  name: '@nestjs/core', manual: 'https://docs.nestjs.com/fundamentals/lifecycle-events#application-shutdown', verified: 'measured',
  exports: { NestFactory: { members: { create, createMicroservice: create, createApplicationContext: create } } },
  types: {
    NestApplication: {
      label: 'Nest application', kind: 'server', phase: 'stop-accepting', keepsAlive: true, needsClose: true,
      members: {
        listen: { starts: true, promise: true }, startAllMicroservices: { starts: true, promise: true }, init: { promise: true }, close: { promise: true, closes: { style: 'promise', drains: true, idempotent: true } },
        enableShutdownHooks: { returns: 'this', signals: { handles: ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'], from: 0, then: 'reraise', idempotent: true, closes: 'this' } },
        getHttpServer: { returns: 'node:http#Server' }, get: {}, use: { calls: [{ at: 'rest', role: 'request' }] }, useLogger: {}, setGlobalPrefix: {}, enableCors: {},
      },
    },
    INestApplication: { label: 'Nest application', kind: 'server', extends: ['NestApplication'], phase: 'stop-accepting' },
    NestExpressApplication: { label: 'Nest application', kind: 'server', extends: ['NestApplication'], phase: 'stop-accepting' },
  },
  commands: [{ command: 'nest start' }],
  examples: [{ code: "import { NestFactory } from '@nestjs/core';\n\nconst app = await NestFactory.create(class AppModule {});\napp.enableShutdownHooks(); // close\nawait app.listen(3000);\n", opens: ['NestApplication'], live: true }],
};

const route: Member = { route: { path: 0, handlers: [] } };
export const nestCommon: Library = {
  name: '@nestjs/common', manual: 'https://docs.nestjs.com/fundamentals/lifecycle-events', verified: 'measured',
  exports: { Controller: { mounts: { path: 0, children: 1 } }, ...each('Get Post Put Patch Delete Head Options All', route), Injectable: {}, Module: {}, Logger: { returns: 'Logger' } },
  types: { Logger: { label: 'logger', kind: 'value', members: each('log warn error debug verbose fatal', { logs: true }) } },
  lifecycle: { onModuleDestroy: 'shutdown', beforeApplicationShutdown: 'shutdown', onApplicationShutdown: 'shutdown', onModuleInit: 'startup', onApplicationBootstrap: 'startup' },
  examples: [{ typescript: true, code: "import { Injectable } from '@nestjs/common';\n@Injectable()\nexport class Jobs { async onModuleDestroy() {} }\n", opens: [], live: false }],
};
export const nestSchedule: Library = {
  name: '@nestjs/schedule', manual: 'https://docs.nestjs.com/techniques/task-scheduling', verified: 'source', exports: { Cron: { decorates: 'schedule' }, Interval: { decorates: 'schedule' }, Timeout: { decorates: 'timer' } },
  examples: [{ typescript: true, code: "import { Cron } from '@nestjs/schedule';\nexport class Jobs { @Cron('* * * * *') run() {} }\n", opens: [], live: false }],
};
export const nestMicroservices: Library = {
  name: '@nestjs/microservices', manual: 'https://docs.nestjs.com/microservices/basics', verified: 'source', exports: { MessagePattern: { decorates: 'message' }, EventPattern: { decorates: 'message' }, GrpcMethod: { decorates: 'request' } },
  examples: [{ typescript: true, code: "import { EventPattern } from '@nestjs/microservices';\nexport class Events { @EventPattern('x') handle() {} }\n", opens: [], live: false }],
};
