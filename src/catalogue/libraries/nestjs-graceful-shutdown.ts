import type { Library } from '../shape.js';

/** Enables the shutdown hooks of Nest and drains the server. Read in `build/main/lib/setup.js`. */
export const nestjsGracefulShutdown: Library = {
  name: 'nestjs-graceful-shutdown',
  manual: 'https://github.com/hienngm/nestjs-graceful-shutdown#readme',
  verified: 'source',
  exports: {
    setupGracefulShutdown: { signals: { handles: ['SIGTERM', 'SIGINT'], then: 'reraise', idempotent: true, closes: '0.app' } },
    GracefulShutdownModule: { members: { forRoot: {}, forRootAsync: {} } },
  },
  examples: [
    {
      code: `import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GracefulShutdownModule, setupGracefulShutdown } from 'nestjs-graceful-shutdown';

@Module({ imports: [GracefulShutdownModule.forRoot()] })
class App {}

const app = await NestFactory.create(App);
setupGracefulShutdown({ app }); // close
await app.listen(3000);
`,
      typescript: true,
      opens: ['@nestjs/common#INestApplication'],
      live: true,
      notClosed: '',
    },
  ],
};
