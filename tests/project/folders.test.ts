/** Folders say what a file is for, unless they are named after what the service is about. */
import { table } from '../rules/table.js';

const route = (name: string): string => `
  import { Router } from 'express';
  import fs from 'node:fs';
  export const ${name} = Router();
  ${name}.get('/health', (req, res) => res.send(fs.readFileSync('/etc/state'))); // ! sync
`;
const main = `
  import express from 'express';
  import { open } from './api/public/health.js';
  import { site } from './modules/website/health.js';
  import { picture } from './assets/health.js';
  const app = express();
  app.use('/open', open);
  app.use('/site', site);
  app.use('/picture', picture);
  app.listen(3000);
`;
const interval = 'setInterval(() => console.log(1), 1000);\n';

table('no-blocking-probe', {
  reports: [
    {
      name: 'what is public, a website or an asset to the service',
      files: {
        'src/main.js': main,
        'src/api/public/health.js': route('open'),
        'src/modules/website/health.js': route('site'),
        'src/assets/health.js': route('picture'),
      },
    },
    {
      name: 'a module of Nest that is called after what it serves',
      files: {
        'src/main.ts': `
        import { NestFactory } from '@nestjs/core';
        import { Module } from '@nestjs/common';
        import { AssetsController } from './assets/assets.controller';
        @Module({ controllers: [AssetsController] })
        class AppModule {}
        const app = await NestFactory.create(AppModule);
        app.enableShutdownHooks();
        await app.listen(3000);
      `,
        'src/assets/assets.controller.ts': `
        import { Controller, Get } from '@nestjs/common';
        import { readFileSync } from 'node:fs';
        @Controller('health')
        export class AssetsController {
          @Get()
          check() {
            return readFileSync('/etc/state'); // ! sync
          }
        }
      `,
      },
    },
  ],
});

table('no-uncleared-timer', {
  reports: [
    {
      name: 'a timer of a feature',
      files: {
        'src/main.js': `
        import express from 'express';
        import './features/demo/beat.js';
        express().listen(3000);
      `,
        'src/features/demo/beat.js': 'setInterval(() => console.log(1), 1000); // ! repeating\n',
      },
    },
    {
      name: 'a timer of A/B tests, which are a feature too',
      files: {
        'src/main.js': `
        import express from 'express';
        import './ab-tests/refresh.js';
        express().listen(3000);
      `,
        'src/ab-tests/refresh.js': 'setInterval(() => console.log(1), 1000); // ! repeating\n',
      },
    },
  ],
  silent: [
    {
      name: 'what is served to browsers, and examples',
      files: {
        'src/main.js': `
        import express from 'express';
        express().use(express.static('public')).listen(3000);
      `,
        'public/api/clock.js': interval,
        'src/public/clock.js': interval,
        'src/web/static/clock.js': interval,
        'examples/clock.js': `import express from 'express';\nexpress().listen(1);\n${interval}`,
      },
    },
  ],
});

/** Exits as soon as it is asked to stop. */
const stopping = `
  export function stopOnSignal() {
    process.on('SIGTERM', () => process.exit(0)); // ! open
  }
`;
const serving = `
  import http from 'node:http';
  export function serve() {
    return http.createServer((req, res) => res.end()).listen(3000);
  }
`;

table('no-exit-before-close', {
  reports: [
    {
      name: 'a folder of scripts that the service loads',
      unrepaired: true,
      files: {
        'src/server.js': `
        import { serve } from './scripts/serve.js';
        import { stopOnSignal } from './scripts/process/stop.js';
        serve();
        stopOnSignal();
      `,
        'src/scripts/serve.js': serving,
        'src/scripts/process/stop.js': stopping,
      },
    },
  ],
  silent: [
    {
      name: 'a script that people run, beside a service',
      files: {
        'src/server.js': `
        import { serve } from './serve.js';
        const server = serve();
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 5000).unref();
          server.close(() => process.exit(0));
        });
      `,
        'src/serve.js': serving,
        'scripts/load.js': `
        import { serve } from '../src/serve.js';
        import { stopOnSignal } from './stop.js';
        serve();
        stopOnSignal();
      `,
        'scripts/stop.js': stopping.replace(' // ! open', ''),
      },
    },
  ],
});
