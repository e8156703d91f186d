import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `nest-factory.js`; the applications are described under `@nestjs/common`. */
export const nestjsCore: Library = {
  name: '@nestjs/core',
  manual: 'https://docs.nestjs.com/fundamentals/lifecycle-events#application-shutdown',
  verified: 'measured',
  exports: {
    NestFactory: {
      members: {
        create: { resolves: '@nestjs/common#INestApplication', promise: true, opens: true },
        createMicroservice: { resolves: '@nestjs/common#INestMicroservice', promise: true, opens: true },
        createApplicationContext: { resolves: '@nestjs/common#INestApplicationContext', promise: true, opens: true },
      },
    },
    ...each('Reflector ModuleRef APP_GUARD APP_FILTER APP_PIPE APP_INTERCEPTOR', {}),
  },
  examples: [
    {
      code: `import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class App {}

const app = await NestFactory.create(App);
process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await app.close(); // close
  process.exit(0);
});
await app.listen(3000);
`,
      typescript: true,
      opens: ['@nestjs/common#INestApplication'],
      live: true,
      notClosed: 'app.close();',
    },
  ],
};
