/** A rest parameter is an array of what is left of the arguments. */
import { js, table } from '../rules/table.js';

table('no-unclosed-resource', {
  reports: [
    {
      name: 'a server that is not among the handlers of a loop',
      files: js`
      import http from 'node:http';
      const first = http.createServer().listen(3000);
      const second = http.createServer().listen(3001); // ! unclosed
      onShutdown(() => new Promise((resolve) => first.close(resolve)));
      function onShutdown(...handlers) {
        const run = async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          for (const handler of handlers) await Promise.resolve(handler());
          process.exit(0);
        };
        ['SIGINT', 'SIGTERM'].forEach((name) => process.once(name, () => void run()));
      }
    `,
    },
  ],
  silent: [
    {
      name: 'servers that handlers of a loop close',
      files: js`
      import http from 'node:http';
      const first = http.createServer().listen(3000);
      const second = http.createServer().listen(3001);
      const close = (server) => new Promise((resolve) => server.close(resolve));
      onShutdown(() => close(first), () => close(second));
      function onShutdown(...handlers) {
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          for (const handler of handlers) await handler();
          process.exit(0);
        });
      }
    `,
    },
    {
      name: 'handlers that are put into a list first',
      files: js`
      import http from 'node:http';
      const server = http.createServer().listen(3000);
      const steps = [];
      function register(...more) {
        steps.push(...more);
      }
      register({ name: 'server', run: () => new Promise((resolve) => server.close(resolve)) });
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        for (const step of steps) await step.run();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a list that is added to another one',
      files: js`
      import http from 'node:http';
      const server = http.createServer().listen(3000);
      const own = [() => new Promise((resolve) => server.close(resolve))];
      const steps = [];
      steps.push(...own);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        for (const step of steps) await step();
        process.exit(0);
      });
    `,
    },
    {
      name: 'servers themselves, in a list or one by one',
      files: js`
      import http from 'node:http';
      const servers = [http.createServer().listen(3000), http.createServer().listen(3001)];
      const last = http.createServer().listen(3002);
      closeOnStop('SIGTERM', ...servers, last);
      function closeOnStop(signal, ...all) {
        process.once(signal, async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await Promise.all(all.map((server) => new Promise((resolve) => server.close(resolve))));
          process.exit(0);
        });
      }
    `,
    },
  ],
});

table('require-shutdown-deadline', {
  reports: [
    {
      name: 'a handler of a loop that waits for a server',
      files: js`
      import http from 'node:http';
      const server = http.createServer().listen(3000);
      onShutdown(() => new Promise((resolve) => server.close(resolve)));
      function onShutdown(...handlers) {
        process.once('SIGTERM', async () => { // ! unbounded
          for (const handler of handlers) await handler();
          process.exit(0);
        });
      }
    `,
    },
  ],
  silent: [
    {
      name: 'a handler of a loop that waits for nothing',
      files: js`
      import http from 'node:http';
      const server = http.createServer().listen(3000);
      onShutdown(() => console.log('bye'));
      function onShutdown(...handlers) {
        process.once('SIGTERM', async () => {
          for (const handler of handlers) await handler();
          process.exit(0);
        });
      }
    `,
    },
  ],
});

table('no-exit-before-close', {
  reports: [
    {
      name: 'handlers of a list that close something else',
      files: js`
      import http from 'node:http';
      http.createServer().listen(3000);
      const steps = [];
      function register(...more) {
        steps.push(...more);
      }
      register(() => console.log('bye'));
      process.once('SIGTERM', async () => {
        for (const step of steps) await step();
        process.exit(0); // ! open
      });
    `,
    },
  ],
  silent: [
    {
      name: 'handlers of a list that close the server',
      files: js`
      import http from 'node:http';
      const server = http.createServer().listen(3000);
      const steps = [];
      function register(...more) {
        steps.push(...more);
      }
      register({ name: 'server', run: () => new Promise((resolve) => server.close(resolve)) });
      process.once('SIGTERM', async () => {
        for (const step of steps) await step.run();
        process.exit(0);
      });
    `,
    },
  ],
});
