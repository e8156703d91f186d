import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `scheduler.orchestrator.js`: all jobs are cleared when the application shuts down, on signals with `enableShutdownHooks()`. */
export const nestjsSchedule: Library = {
  name: '@nestjs/schedule',
  manual: 'https://docs.nestjs.com/techniques/task-scheduling',
  verified: 'source',
  exports: {
    Cron: { decorates: 'schedule' },
    Interval: { decorates: 'schedule' },
    Timeout: { decorates: 'timer' },
    ...each('ScheduleModule SchedulerRegistry CronExpression', {}),
  },
  examples: [
    {
      code: `import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Cron, ScheduleModule } from '@nestjs/schedule';

@Injectable()
class Reports {
  @Cron('0 * * * *')
  write() {}
}
@Module({ imports: [ScheduleModule.forRoot()], providers: [Reports] })
class App {}

const app = await NestFactory.create(App);
app.enableShutdownHooks();
await app.listen(3000);
`,
      typescript: true,
      opens: ['@nestjs/common#INestApplication'],
      live: true,
    },
  ],
};
