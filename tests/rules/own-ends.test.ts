/** What comes to an end without the shutdown: commands that are waited for, files of a log that give way to others, waits that tell. */
import { cjs, js, table, ts } from './table.js';

const SERVED = `
  const server = http.createServer((req, res) => res.end('ok')).listen(3000);
  process.on('SIGTERM', () => server.close(() => console.log('closed')));
`;
const IMPORTS = `import { spawn } from 'node:child_process';\nimport http from 'node:http';\n`;
const served = (text: string): Readonly<Record<string, string>> => ({ 'src/main.js': `${IMPORTS}${text}\n${SERVED}` });

table('no-unclosed-resource', {
  reports: [
    {
      name: 'a child that is started again',
      files: served(`
        function start() {
          const child = spawn('ffmpeg'); // ! unclosed
          child.on('exit', () => setTimeout(start, 1000));
        }
        start();`),
    },
    {
      name: 'a child whose end is only logged',
      files: served(`const child = spawn('ffmpeg'); // ! unclosed
        child.on('exit', (code) => console.log(code));`),
    },
    {
      name: 'a child that is waited for until it is up',
      unrepaired: true,
      files: served(`function up() {
          return new Promise((resolve, reject) => {
            const child = spawn('redis-server'); // ! unclosed
            child.stdout.once('data', () => resolve());
            child.on('exit', reject);
          });
        }
        await up();`),
    },
  ],
  silent: [
    {
      name: 'a command that a promise waits for',
      files: served(`function run(command) {
          return new Promise((resolve, reject) => {
            const child = spawn(command);
            child.on('error', reject);
            child.on('close', (code) => resolve(code));
          });
        }
        await run('ls');`),
    },
    {
      name: 'the promise itself as the listener',
      files: served(`const run = (command) => new Promise((resolve) => {
          const child = spawn(command);
          child.once('exit', resolve);
        });
        await run('ls');`),
    },
    {
      name: 'a function that tells once',
      files: ts`
        import { fork } from 'node:child_process';
        import http from 'node:http';
        const run = (file: string): Promise<void> => new Promise((resolve, reject) => {
          const child = fork(file);
          let settled = false;
          const finish = (error?: Error) => {
            if (settled) return;
            settled = true;
            if (error) reject(error);
            else resolve();
          };
          child.on('error', finish);
          child.on('exit', (code) => finish(code === 0 ? undefined : new Error(String(code))));
        });
        await run('./migrate.js');
        const server = http.createServer((req, res) => res.end('ok')).listen(3000);
        process.on('SIGTERM', () => server.close(() => console.log('closed')));
      `,
    },
    {
      name: 'a callback',
      files: cjs`
        const { spawn } = require('child_process');
        const http = require('http');
        function run(command, done) {
          const child = spawn(command);
          child.on('close', function (code) {
            done(null, code);
          });
        }
        run('ls', console.log);
        const server = http.createServer((req, res) => res.end('ok')).listen(3000);
        process.on('SIGTERM', () => server.close(() => console.log('closed')));
      `,
    },
    {
      name: 'an event that is waited for',
      files: served(`import { once } from 'node:events';
        const child = spawn('ls');
        const [code] = await once(child, 'exit');
        console.log(code);`),
    },
    {
      name: 'a server that only looks for a port, given a listener at once',
      files: js`
        import http from 'node:http';
        import net from 'node:net';
        function free(host, port) {
          return new Promise((resolve, reject) => {
            const probe = net.createServer();
            probe.once('error', reject);
            probe.listen({ host, port }, () => {
              probe.close((error) => (error ? reject(error) : resolve()));
            });
          });
        }
        await free('127.0.0.1', 3000);
        const server = http.createServer((req, res) => res.end('ok')).listen(3000);
        process.on('SIGTERM', () => server.close(() => console.log('closed')));
      `,
    },
  ],
});

const nest = (factory: string): Readonly<Record<string, string>> => ({
  'src/main.ts': `import { Module } from '@nestjs/common';
    import { NestFactory } from '@nestjs/core';
    import { TypeOrmModule } from '@nestjs/typeorm';
    import { Pool } from 'pg';
    import { DataSource } from 'typeorm';
    ${factory}
    const app = await NestFactory.create(App);
    app.enableShutdownHooks();
    await app.listen(3000);`,
});

/** What a factory gives is closed by whom it is given to, unless that only hands it out. */
table('no-unclosed-resource', {
  reports: [
    {
      name: 'what a container makes for others',
      unrepaired: true,
      files: nest(`@Module({ providers: [{ provide: 'db', useFactory: async () => {
        const db = new Pool(); // ! unclosed
        return db;
      } }] })
      class App {}`),
    },
  ],
  silent: [
    {
      name: 'what a library has made for itself',
      files: nest(`@Module({ imports: [TypeOrmModule.forRootAsync({
        useFactory: () => ({ type: 'postgres' }),
        dataSourceFactory: async (options) => new DataSource(options).initialize(),
      })] })
      class App {}`),
    },
    {
      name: 'in a variable first',
      files: nest(`@Module({ imports: [TypeOrmModule.forRootAsync({
        useFactory: () => ({ type: 'postgres' }),
        async dataSourceFactory(options) {
          const source = new DataSource(options);
          await source.initialize();
          return source;
        },
      })] })
      class App {}`),
    },
  ],
});

const LOG = `
  import fs from 'node:fs';
  let file = fs.createWriteStream('service.log', { flags: 'a' });
  let size = 0;
  function rotate() {
    file.end();
    fs.renameSync('service.log', 'service.log.1');
    file = fs.createWriteStream('service.log', { flags: 'a' });
  }
  function write(level, text) {
    size += text.length;
    if (size > 1e6) rotate();
    file.write(level + text);
  }
  export const logger = { info: (text) => write('info', text) };
  export const stopLogging = () => file.end();
`;
const rotated = (end: string): Readonly<Record<string, string>> => ({
  'src/log.js': LOG,
  'src/main.js': `import http from 'node:http';
    import { logger, stopLogging } from './log.js';
    const server = http.createServer((req, res) => res.end('ok')).listen(3000);
    process.on('SIGTERM', async () => {
      logger.info('stops');
      await new Promise((resolve) => server.close(resolve));
      ${end}
    });`,
});

table('no-exit-before-close', {
  reports: [{ name: 'a log that is closed', unrepaired: true, files: rotated('stopLogging();\nprocess.exit(0); // ! pending') }],
  silent: [{ name: 'a file of a log that is full', files: rotated('process.exit(0);') }],
});

const cut = (text: string): Readonly<Record<string, string>> => ({
  'src/main.js': `import http from 'node:http';
    const server = http.createServer((req, res) => res.end('ok')).listen(3000);
    let active = 0;
    server.on('request', (req, res) => { active += 1; res.on('close', () => (active -= 1)); });
    async function idle(limit) {
      const end = Date.now() + limit;
      while (active > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
      return active === 0;
    }
    process.on('SIGTERM', async () => {
      ${text}
      await new Promise((resolve) => server.close(resolve));
      process.exit(0);
    });`,
});

table('no-forced-close', {
  reports: [
    {
      name: 'by a condition that no wait has told',
      unrepaired: true,
      files: cut('if (process.env.FAST) server.closeAllConnections(); // ! forced'),
    },
  ],
  silent: [
    {
      name: 'where a wait has told that some are left',
      files: cut('const drained = await idle(5000);\nif (!drained) server.closeAllConnections();'),
    },
    { name: 'where the wait is the question', files: cut('if (!(await idle(5000))) server.closeAllConnections();') },
  ],
});
