/** Several things that a loop opens, and one place that keeps the last of them. */
import { js, table } from '../rules/table.js';

const exits = `
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(1), 5000).unref();
    server.close(() => process.exit(0)); // ! last
  });
`;

table('no-exit-before-close', {
  at: /process\.exit\(0\)/u,
  reports: [
    {
      name: 'a variable of the module',
      unrepaired: true,
      files: {
        'src/index.js': `
      import http from 'node:http';
      let server;
      for (const port of [3000, 3001]) {
        server = http.createServer((req, res) => res.end()).listen(port);
      }
      ${exits}
    `,
      },
    },
    {
      name: 'a property, by a method that is called for each address, and by either kind of server',
      unrepaired: true,
      files: js`
      import http from 'node:http';
      import https from 'node:https';
      import { settings } from './settings.js';
      class Service {
        listen(port) {
          if (settings.tls) {
            this.server = https.createServer(settings.tls);
          } else {
            this.server = http.createServer();
          }
          this.server.on('request', (req, res) => res.end());
          this.server.listen(port);
        }
        start() {
          process.once('SIGTERM', () => this.stop());
          settings.ports.forEach((port) => { this.listen(port); });
        }
        stop() {
          setTimeout(() => process.exit(1), 5000).unref();
          this.server.close(() => process.exit(0)); // ! last
        }
      }
      new Service().start();
    `,
    },
  ],
  silent: [
    {
      name: 'all kept in a list as well',
      files: js`
      import http from 'node:http';
      const all = [];
      let server;
      for (const port of [3000, 3001]) {
        server = http.createServer((req, res) => res.end()).listen(port);
        all.push(server);
      }
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 5000).unref();
        await Promise.all(all.map((one) => new Promise((resolve) => one.close(resolve))));
        process.exit(0);
      });
    `,
    },
    {
      name: 'each closed by a listener of its own',
      files: js`
      import http from 'node:http';
      for (const port of [3000, 3001]) {
        const server = http.createServer((req, res) => res.end()).listen(port);
        process.once('SIGTERM', () => server.close(() => process.exit(0)));
      }
    `,
    },
    {
      name: 'a service for each port',
      files: js`
      import http from 'node:http';
      class Service {
        listen(port) { this.server = http.createServer((req, res) => res.end()).listen(port); }
        stop() { return new Promise((resolve) => this.server.close(resolve)); }
      }
      const services = [3000, 3001].map((port) => {
        const service = new Service();
        service.listen(port);
        return service;
      });
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 5000).unref();
        await Promise.all(services.map((service) => service.stop()));
        process.exit(0);
      });
    `,
    },
    {
      name: 'the one of which a condition holds',
      files: {
        'src/index.js': `
      import http from 'node:http';
      import { listeners } from './settings.js';
      let server;
      for (const { kind, port } of listeners) {
        if (kind === 'http') server = http.createServer((req, res) => res.end()).listen(port);
      }
      ${exits.replace(' // ! last', '')}
    `,
      },
    },
    {
      name: 'another try after a failure',
      files: {
        'src/index.js': `
      import http from 'node:http';
      let server;
      for (let attempt = 0; attempt < 5; attempt += 1) {
        try {
          server = http.createServer((req, res) => res.end()).listen(3000);
          break;
        } catch {
          console.log('again');
        }
      }
      ${exits.replace(' // ! last', '')}
    `,
      },
    },
  ],
});

table('no-unclosed-resource', {
  at: /createClient/u,
  reports: [
    {
      name: 'a client for each shard',
      unrepaired: true,
      files: js`
      import http from 'node:http';
      import { createClient } from 'redis';
      import { urls } from './settings.js';
      let client;
      const server = http.createServer((req, res) => client.get('a').then((text) => res.end(text))).listen(3000);
      await Promise.all(urls.map(async (url) => {
        client = createClient({ url }); // ! last
        await client.connect();
      }));
      process.once('SIGTERM', () => server.close(() => client.close()));
    `,
    },
  ],
  silent: [
    {
      name: 'one at a time',
      files: js`
      import http from 'node:http';
      import { createClient } from 'redis';
      import { urls } from './settings.js';
      let client;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      for (const url of urls) {
        client = createClient({ url });
        await client.connect();
        await client.set('up', '1');
        await client.close();
      }
      process.once('SIGTERM', () => server.close());
    `,
    },
    {
      name: 'the one before is closed first',
      files: js`
      import http from 'node:http';
      import { createClient } from 'redis';
      import { urls } from './settings.js';
      let client;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      async function connect(url) {
        await client?.close();
        client = createClient({ url });
        await client.connect();
      }
      for (const url of urls) await connect(url);
      process.once('SIGTERM', () => server.close(() => client.close()));
    `,
    },
    {
      name: 'handed on by the function that opens it',
      files: js`
      import http from 'node:http';
      import { createClient } from 'redis';
      import { urls } from './settings.js';
      let last;
      const all = [];
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function open(url) {
        last = createClient({ url });
        return last;
      }
      for (const url of urls) all.push(open(url));
      process.once('SIGTERM', () => server.close(async () => {
        for (const one of all) await one.close();
      }));
    `,
    },
  ],
});
