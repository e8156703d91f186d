import { cjs, js, table } from './table.js';

/** What a function opens, uses and closes by itself is its own affair: it is no shutdown of the service. */
const LOG_FILE = `
  import fs from 'node:fs';
  export function writeError(error) {
    const file = fs.createWriteStream('error.log', { flags: 'a' });
    file.write(String(error));
    file.end();
  }
`;

const MAIL = `
  import { connect } from 'nats';
  export async function tellOthers(error) {
    const client = await connect();
    client.publish('crash', String(error));
    await client.drain();
  }
`;

table('no-swallowed-crash', {
  reports: [
    {
      name: 'a crash that is written to a file of its own',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { writeError } from './errors.js';
        http.createServer((req, res) => res.end()).listen(3000);
        process.on('uncaughtException', (error) => { // ! lives-on
          console.trace(error);
          writeError(error);
        });
      `,
        'src/errors.js': LOG_FILE,
      },
    },
    {
      name: 'a crash that others are told over a connection of its own',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { tellOthers } from './errors.js';
        http.createServer((req, res) => res.end()).listen(3000);
        process.on('unhandledRejection', (error) => tellOthers(error)); // ! lives-on
      `,
        'src/errors.js': MAIL,
      },
    },
    {
      name: 'a crash that a package formats and writes',
      files: js`
      import http from 'node:http';
      import dayjs from 'dayjs';
      import { bold } from 'yoctocolors';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', (error) => { // ! lives-on
        console.error(dayjs().format(), bold(String(error)));
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a crash that a package for crashes is told',
      files: js`
      import http from 'node:http';
      import report from '@acme/crash-report';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', (error) => report(error));
    `,
    },
    {
      name: 'a crash that is handed to whatever was passed',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { watch } from './watch.js';
        http.createServer((req, res) => res.end()).listen(3000);
        watch(globalThis.onFailure);
      `,
        'src/watch.js': `
        export function watch(report) {
          process.on('uncaughtException', (error) => report(error));
        }
      `,
      },
    },
    {
      name: 'a crash after which the log that is kept is ended, and with it the process',
      files: js`
      import fs from 'node:fs';
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', (error) => {
        const file = fs.createWriteStream('error.log', { flags: 'a' });
        file.end(String(error));
        server.close();
      });
    `,
    },
  ],
});

table('require-shutdown-deadline', {
  reports: [
    {
      name: 'a crash that closes the server',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', (error) => { // ! unbounded
        console.error(error);
        server.close(() => process.exit(1));
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a crash that is written to a file of its own',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { writeError } from './errors.js';
        http.createServer((req, res) => res.end()).listen(3000);
        process.on('uncaughtException', (error) => writeError(error));
      `,
        'src/errors.js': LOG_FILE,
      },
    },
  ],
});

table('no-unawaited-close', {
  reports: [
    {
      name: 'a server of the object, beside a file of its own',
      files: js`
      import fs from 'node:fs';
      import http from 'node:http';
      class App {
        server = http.createServer((req, res) => res.end());
        start() { this.server.listen(3000); }
        async stop() {
          const file = fs.createWriteStream('stops.log', { flags: 'a' });
          file.end('stop');
          this.server.close(); // ! end
        }
      }
      const app = new App();
      app.start();
      process.on('SIGTERM', async () => {
        await app.stop();
        console.log('stopped');
        process.exitCode = 0;
        await report();
      });
      async function report() {}
    `,
    },
  ],
  silent: [
    {
      name: 'what an unseen timer is given and gives back, handed to what clears it',
      files: cjs`
      const http = require('http');
      const { setTimeout, clearTimeout } = require('unlimited-timeout');
      const { Kafka } = require('kafkajs');
      http.createServer((req, res) => res.end()).listen(3000);
      class Monitor {
        async start() {
          const beat = async () => {
            const producer = new Kafka({ brokers: [] }).producer();
            producer.connect().catch(() => { producer.disconnect(); });
            if (!this.isStopped) this.timer = setTimeout(beat, 1000);
          };
          this.timer = setTimeout(beat, 1000);
        }
        async stop() {
          clearTimeout(this.timer);
          this.isStopped = true;
        }
      }
      const monitor = new Monitor();
      monitor.start();
      process.on('SIGTERM', async () => {
        await monitor.stop();
        process.exit(0);
      });
    `,
    },
  ],
});
