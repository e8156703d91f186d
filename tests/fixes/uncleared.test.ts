import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-uncleared-timer', [
  {
    name: 'a schedule that nothing keeps, without a shutdown',
    files: {
      'main.js': code`
        import cron from 'node-cron';
        import express from 'express';
        cron.schedule('* * * * *', () => console.log('minute'));
        express().listen(3000);
      `,
    },
    suggestion: 'shutdown',
    after: code`
      import cron from 'node-cron';
      import express from 'express';
      const task = cron.schedule('* * * * *', () => console.log('minute'));
      const server = express().listen(3000);

      let isShuttingDown = false;

      async function shutdown(signal) {
        if (isShuttingDown) return;
        isShuttingDown = true;
        console.log(\`\${signal} received, shutting down\`);
        setTimeout(() => process.exit(1), 10_000).unref();
        try {
          server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
          await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
          setInterval(() => server.closeIdleConnections(), 1_000).unref();
          setTimeout(() => server.closeAllConnections(), 8_000).unref();
          await new Promise((resolve, reject) => {
            server.close((error) => (error ? reject(error) : resolve()));
          });
          task.stop();
          process.exit();
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      }

      process.on('SIGTERM', shutdown);
      process.on('SIGINT', shutdown);
    `,
  },
  {
    name: 'a timer of Node without a shutdown',
    files: {
      'main.js': code`
        import express from 'express';
        setInterval(() => console.log('minute'), 1000);
        express().listen(3000);
      `,
    },
    suggestion: 'unref',
    after: code`
      import express from 'express';
      setInterval(() => console.log('minute'), 1000).unref();
      express().listen(3000);
    `,
  },
  {
    name: 'a method that the library says ends it',
    files: {
      'main.js': code`
        import express from 'express';
        import schedule from 'node-schedule';
        schedule.scheduleJob('0 3 * * *', () => console.log('night'));
        const server = express().listen(3000);
        process.once('SIGTERM', () => server.close());
      `,
    },
    suggestion: 'clear',
    after: code`
      import express from 'express';
      import schedule from 'node-schedule';
      const task = schedule.scheduleJob('0 3 * * *', () => console.log('night'));
      const server = express().listen(3000);
      process.once('SIGTERM', () => {
        task.cancel();
        return server.close();
      });
    `,
  },
  {
    name: 'a schedule beside the shutdown of another module',
    files: {
      'src/main.js': code`
        import express from 'express';
        import './jobs.js';
        const server = express().listen(3000);
        process.once('SIGTERM', () => server.close());
      `,
      'src/jobs.js': code`
        import schedule from 'node-schedule';
        schedule.scheduleJob('0 3 * * *', () => console.log('night'));
      `,
    },
    suggestion: 'clear',
    after: code`
      import schedule from 'node-schedule';
      const task = schedule.scheduleJob('0 3 * * *', () => console.log('night'));
      process.once('SIGTERM', () => task.cancel());
    `,
  },
  {
    name: 'a job that is an object',
    files: {
      'main.js': code`
        import express from 'express';
        import { CronJob } from 'cron';
        new CronJob('0 3 * * *', () => console.log('night'), null, true);
        const server = express().listen(3000);
        process.once('SIGTERM', () => server.close());
      `,
    },
    suggestion: 'clear',
    after: code`
      import express from 'express';
      import { CronJob } from 'cron';
      const task = new CronJob('0 3 * * *', () => console.log('night'), null, true);
      const server = express().listen(3000);
      process.once('SIGTERM', () => {
        task.stop();
        return server.close();
      });
    `,
  },
  {
    name: 'a schedule in a function, TypeScript',
    files: {
      'main.ts': code`
        import cron from 'node-cron';
        import express from 'express';
        export function startJobs(): void {
          cron.schedule('* * * * *', () => console.log('minute'));
        }
        startJobs();
        const server = express().listen(3000);
        process.once('SIGTERM', () => server.close());
      `,
    },
    suggestion: 'clear',
    after: code`
      import cron from 'node-cron';
      import express from 'express';
      let task: ReturnType<typeof cron.schedule> | undefined;

      export function startJobs(): void {
        task = cron.schedule('* * * * *', () => console.log('minute'));
      }
      startJobs();
      const server = express().listen(3000);
      process.once('SIGTERM', () => {
        task?.stop();
        return server.close();
      });
    `,
  },
  {
    name: 'a schedule that is returned',
    files: {
      'src/main.js': code`
        import express from 'express';
        import { startJobs } from './jobs.js';
        startJobs();
        const server = express().listen(3000);
        process.once('SIGTERM', () => server.close());
      `,
      'src/jobs.js': code`
        import cron from 'node-cron';
        export function startJobs() {
          return cron.schedule('* * * * *', () => console.log('minute'));
        }
      `,
    },
    suggestion: 'clear',
    after: code`
      import cron from 'node-cron';
      export function startJobs() {
        const task = cron.schedule('* * * * *', () => console.log('minute'));
        process.once('SIGTERM', () => task.stop());
        return task;
      }
    `,
  },
  {
    name: 'renewing',
    files: {
      'main.js': code`
        import express from 'express';
        function poll() {
          console.log('poll');
          setTimeout(poll, 1000);
        }
        poll();
        express().listen(3000);
      `,
    },
    suggestion: 'unref',
    after: code`
      import express from 'express';
      function poll() {
        console.log('poll');
        setTimeout(poll, 1000).unref();
      }
      poll();
      express().listen(3000);
    `,
  },
]);
