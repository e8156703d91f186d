/** Timers between the pages of one piece of work end with it; those of a poll do not. */
import { table, ts } from './table.js';

table('no-uncleared-timer', {
  reports: [
    {
      name: 'a poll that waits for itself',
      unrepaired: true,
      files: ts`
      import http from 'node:http';
      const server = http.createServer((request, response) => response.end('ok')).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
      class Poller {
        async poll(): Promise<void> {
          await fetch('http://queue/next');
          await new Promise<void>((resolve) => setTimeout(() => this.poll().then(resolve), 1000)); // ! renewing
        }
      }
      void new Poller().poll();
    `,
    },
    {
      name: 'a poll that begins only where it is wanted',
      unrepaired: true,
      files: ts`
      import http from 'node:http';
      const server = http.createServer((request, response) => response.end('ok')).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
      function start(): void {
        if (!process.env.POLL) return;
        const tick = (): void => {
          void fetch('http://queue/next');
          setTimeout(tick, 1000); // ! renewing
        };
        tick();
      }
      start();
    `,
    },
  ],
  silent: [
    {
      name: 'pages of a list, with a pause between them',
      files: ts`
      import http from 'node:http';
      const server = http.createServer(async (request, response) => response.end(String(await new Library().load(0)))).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
      class Library {
        private readonly items: string[] = [];
        async load(page: number): Promise<number> {
          const answer = await fetch('http://library/items?page=' + page);
          const { items, last } = await answer.json();
          this.items.push(...items);
          if (last) return this.items.length;
          await new Promise<void>((resolve) => setTimeout(() => this.load(page + 1).then(() => resolve()), 1000));
          return this.items.length;
        }
      }
    `,
    },
    {
      name: 'retries that end, in a function',
      files: ts`
      import http from 'node:http';
      const server = http.createServer((request, response) => response.end('ok')).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
      async function attempt(left: number): Promise<boolean> {
        const { ok } = await fetch('http://other/ready');
        if (ok || left === 0) return ok;
        return new Promise((resolve) => {
          setTimeout(() => attempt(left - 1).then(resolve), 500);
        });
      }
      void attempt(5);
    `,
    },
  ],
});
