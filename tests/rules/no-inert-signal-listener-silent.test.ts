import { js, table, ts } from './table.js';

table('no-inert-signal-listener', {
  silent: [
    {
      name: 'an exit',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => process.exit(0));
    `,
    },
    {
      name: 'a close',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { server.close(); });
    `,
    },
    {
      name: 'a close through helpers',
      files: {
        'src/main.cjs': `
        const http = require('node:http');
        const { stop } = require('./stop.cjs');
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => stop(server));
      `,
        'src/stop.cjs': `
        const end = (server) => server.close(() => process.exit(0));
        exports.stop = (server) => end(server);
      `,
      },
    },
    {
      name: 'a reload and a log rotation',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGHUP', () => console.log('reload'));
      process.on('SIGUSR2', () => console.log('rotate'));
      process.on('SIGWINCH', () => console.log('size'));
    `,
    },
    {
      name: 'a flag that a loop reads',
      files: js`
      import { Kafka } from 'kafkajs';
      const producer = new Kafka({ brokers: ['kafka:9092'] }).producer();
      let isRunning = true;
      process.on('SIGTERM', () => { isRunning = false; });
      while (isRunning) {
        await producer.send({ topic: 'beat', messages: [{ value: 'x' }] });
      }
      await producer.disconnect();
    `,
    },
    {
      name: 'a field that a loop reads',
      files: ts`
      import Redis from 'ioredis';
      class Poller {
        private isRunning = true;
        private readonly redis = new Redis();
        stop(): void { this.isRunning = false; }
        async run(): Promise<void> {
          while (this.isRunning) await this.redis.blpop('jobs', 1);
          await this.redis.quit();
        }
      }
      const poller = new Poller();
      process.on('SIGTERM', () => poller.stop());
      void poller.run();
    `,
    },
    {
      name: 'an AbortController',
      files: js`
      import http from 'node:http';
      const stop = new AbortController();
      http.createServer((req, res) => res.end()).listen({ port: 3000, signal: stop.signal });
      process.on('SIGTERM', () => stop.abort());
    `,
    },
    {
      name: 'the signal raised again',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        console.log('stop');
        process.kill(process.pid, 'SIGTERM');
      });
    `,
    },
    {
      name: 'a second listener beside the one that stops',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => console.log('SIGTERM'));
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a helper that cannot be seen',
      files: js`
      import http from 'node:http';
      import { shutdown } from '@acme/service';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => shutdown());
    `,
    },
    {
      name: 'a promise that is resolved',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      await new Promise((resolve) => process.once('SIGTERM', resolve));
      server.close();
    `,
    },
    {
      name: 'events.once',
      files: js`
      import http from 'node:http';
      import { once } from 'node:events';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      await once(process, 'SIGTERM');
      server.close();
    `,
    },
    {
      name: 'an event that the shutdown listens for',
      files: js`
      import { EventEmitter } from 'node:events';
      import http from 'node:http';
      const bus = new EventEmitter();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      bus.on('stop', () => server.close(() => process.exit(0)));
      process.on('SIGTERM', () => bus.emit('stop'));
    `,
    },
    {
      name: 'children that are told',
      files: js`
      import { fork } from 'node:child_process';
      const child = fork('./worker.js');
      process.on('SIGTERM', () => child.kill('SIGTERM'));
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/signal.test.js': `
      process.on('SIGTERM', () => console.log('x'));
    `,
      },
    },
  ],
});
