/** Schedules that begin with the call, later, or never. */
import { js, table } from './table.js';

table('no-uncleared-timer', {
  reports: [
    {
      name: 'a job that is begun later, and one that begins at once',
      unrepaired: true,
      files: js`
      import http from 'node:http';
      import { CronJob } from 'cron';
      const later = new CronJob('0 * * * *', () => console.log('hourly')); // ! repeating
      new CronJob('0 0 * * *', () => console.log('daily'), null, true); // ! repeating
      const server = http.createServer((req, res) => res.end()).listen(3000, () => later.start());
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a schedule with options before or after what it runs',
      unrepaired: true,
      files: js`
      import http from 'node:http';
      import { Cron } from 'croner';
      const tick = () => console.log('tick');
      new Cron('0 * * * *', { timezone: 'Europe/Paris' }, tick); // ! repeating
      new Cron('0 * * * *', tick, { timezone: 'Europe/Paris' }); // ! repeating
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
  ],
  silent: [
    {
      name: 'schedules that only tell times',
      files: js`
      import http from 'node:http';
      import { Cron } from 'croner';
      const zone = process.env.TZ;
      const next = (pattern) => new Cron(pattern, { timezone: zone || 'Europe/Paris' }).nextRun();
      const isValid = (pattern) => new Cron(pattern).nextRun() !== null;
      const server = http.createServer((req, res) => res.end(String(isValid(req.url) && next(req.url)))).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'jobs that never begin',
      files: js`
      import http from 'node:http';
      import { CronJob } from 'cron';
      const server = http.createServer((req, res) => res.end(String(isSchedule(req.url)))).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        server.close(() => process.exit(0));
      });
      function isSchedule(text) {
        try {
          new CronJob(text, () => {});
          return new CronJob(text, () => {}, null, false).nextDate();
        } catch {
          return false;
        }
      }
    `,
    },
  ],
});
