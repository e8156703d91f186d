/** Modules of an application that nobody imports: what they declare is made by a framework, if anything sets one going. */
import { table } from '../rules/table.js';

const dependencies = { '@nestjs/common': '^11.0.0', '@nestjs/core': '^11.0.0', bullmq: '^5.0.0' };

/** A worker that is made when a Nest application starts. */
const jobs = `
  import { Injectable, Module } from '@nestjs/common';
  import { Worker } from 'bullmq';
  @Injectable()
  export class Jobs {
    workers: Worker[] = [];
    onModuleInit() {
      this.workers.push(new Worker('mail', async (job) => console.log(job.id)));
    }
    async onModuleDestroy() {
      await Promise.all(this.workers.map((worker) => worker.close()));
    }
  }
  @Module({ providers: [Jobs] })
  export class JobsModule {}
`;
const main = `
  import { NestFactory } from '@nestjs/core';
  import { JobsModule } from './jobs';
  async function bootstrap() {
    const app = await NestFactory.create(JobsModule);
    app.enableShutdownHooks();
    await app.listen(3000);
  }
  void bootstrap();
`;

table('require-sigterm-listener', {
  at: /Worker/u,
  reports: [
    {
      name: 'a worker that an application without hooks makes',
      unrepaired: true,
      dependencies,
      files: {
        'src/jobs.ts': jobs.replace(/(new Worker.*)\n/u, '$1 // ! missing\n'),
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core';
          import { JobsModule } from './jobs';
          await NestFactory.createApplicationContext(JobsModule);
        `,
      },
    },
    {
      name: 'a worker in a module that is only loaded',
      dependencies,
      files: {
        'src/jobs.ts': `
          import { Worker } from 'bullmq';
          export const worker = new Worker('mail', async (job) => console.log(job.id)); // ! missing
        `,
        'src/worker.ts': `import './jobs';`,
      },
    },
    {
      name: 'a worker that the class of a main makes',
      unrepaired: true,
      dependencies,
      files: {
        'src/worker.ts': `
          import { Worker } from 'bullmq';
          class Jobs {
            worker = new Worker('mail', async (job) => console.log(job.id)); // ! missing
          }
          export const jobs = new Jobs();
        `,
      },
    },
  ],
  silent: [
    {
      name: 'a module of the application that no other one imports',
      dependencies,
      files: {
        'src/jobs.ts': jobs,
        'src/main.ts': main,
        'src/mail.module.ts': `
          import { Global, Logger, Module } from '@nestjs/common';
          import { ConfigModule } from '@nestjs/config';
          import { JobsModule } from './jobs';
          const log = new Logger('mail');
          @Global()
          @Module({ imports: [ConfigModule.forRoot({ cache: true }), JobsModule] })
          export class MailModule {}
        `,
      },
    },
    {
      name: 'a helper that no other module imports, and that is given what the application makes',
      dependencies,
      files: {
        'src/jobs.ts': jobs,
        'src/main.ts': main,
        'src/board.ts': `
          import { createBoard } from '@bull-board/api';
          import { Jobs } from './jobs';
          export function board(jobs: Jobs) {
            return createBoard({ queues: jobs.workers });
          }
        `,
      },
    },
    {
      name: 'a package of modules that others import',
      dependencies,
      manifest: { main: 'src/index.ts' },
      files: { 'src/jobs.ts': jobs, 'src/index.ts': `export * from './jobs';` },
    },
  ],
});
