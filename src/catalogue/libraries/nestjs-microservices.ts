import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `nest-microservice.js`; the application is described under `@nestjs/common`. */
export const nestjsMicroservices: Library = {
  name: '@nestjs/microservices',
  manual: 'https://docs.nestjs.com/microservices/basics',
  verified: 'source',
  exports: {
    ...each('MessagePattern EventPattern GrpcMethod GrpcStreamMethod GrpcStreamCall', { decorates: 'message' }),
    ...each('Payload Ctx Client Transport ClientsModule', {}),
    ClientProxyFactory: { members: { create: { returns: 'ClientProxy', opens: true } } },
  },
  types: {
    ClientProxy: {
      label: 'microservice client',
      kind: 'client',
      phase: 'close-dependencies',
      keepsAlive: true,
      members: {
        ...each('send emit', { io: true }),
        connect: { promise: true, io: true },
        close: { promise: true, closes: { style: 'promise', drains: false } },
      },
    },
  },
  examples: [
    {
      code: `import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern } from '@nestjs/microservices';

@Controller()
class Orders {
  @EventPattern('paid')
  async paid() {}
}
@Module({ controllers: [Orders] })
class App {}

const app = await NestFactory.createMicroservice(App);
process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await app.close(); // close
  process.exit(0);
});
await app.listen();
`,
      typescript: true,
      opens: ['@nestjs/common#INestMicroservice'],
      live: true,
      notClosed: 'app.close();',
    },
  ],
};
