import { cjs, js, table, ts } from './table.js';

table('no-async-exit-listener', {
  at: /^[\w.]+\(/u,
  reports: [
    ...["fs.writeFile('state.json', '{}', () => {})", "fs.promises.appendFile('exits.log', 'x')"].map((work) => ({
      name: `a file that takes several steps: ${work}`,
      files: {
        'src/main.js': `
          import fs from 'node:fs';
          process.on('exit', () => { // ! exit
            ${work};
          });
        `,
      },
    })),
    {
      name: 'a promise call',
      files: js`
      import pg from 'pg';
      const pool = new pg.Pool();
      process.on('exit', () => { // ! exit
        pool.end();
      });
    `,
    },
    {
      name: 'an async function',
      files: js`
      import Redis from 'ioredis';
      const redis = new Redis();
      process.on('exit', async () => { // ! exit
        await redis.quit();
        console.log('closed');
      });
    `,
    },
    {
      name: 'a helper of another module',
      files: {
        'src/main.js': `
        import { close } from './db.js';
        process.on('exit', close); // ! exit
      `,
        'src/db.js': `
        import mongoose from 'mongoose';
        export async function close() {
          await mongoose.disconnect();
        }
      `,
      },
    },
    {
      name: 'telemetry',
      files: ts`
      import { NodeSDK } from '@opentelemetry/sdk-node';
      const sdk = new NodeSDK();
      sdk.start();
      process.on('exit', () => void sdk.shutdown()); // ! exit
    `,
    },
    {
      name: 'a method of a class',
      files: ts`
      import { Pool } from 'pg';
      class Store {
        private readonly pool = new Pool();
        constructor() { process.on('exit', () => void this.close()); } // ! exit
        async close(): Promise<void> { await this.pool.end(); }
      }
      export const store = new Store();
    `,
    },
    {
      name: 'beforeExit as the only shutdown',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      express().listen(3000);
      process.on('beforeExit', async () => { // ! beforeExit
        await pool.end();
      });
    `,
    },
    {
      name: 'an imported process and a pause',
      files: js`
      import proc from 'node:process';
      import { writeFile } from 'node:fs/promises';
      proc.addListener('exit', async (code) => { // ! exit
        await writeFile('exit.json', String(code));
      });
    `,
    },
    {
      name: 'a timer',
      unrepaired: true,
      files: js`
      process.on('exit', () => { // ! exit
        setTimeout(() => console.log('never'), 100);
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a file that is gone in one step',
      files: js`
      import fs from 'node:fs';
      process.on('exit', () => { fs.unlink('/tmp/service.pid', () => {}); });
    `,
    },
    {
      name: 'a synchronous flush',
      files: js`
      import fs from 'node:fs';
      const file = fs.openSync('log.txt', 'a');
      process.on('exit', (code) => {
        fs.writeSync(file, String(code));
        fs.closeSync(file);
      });
    `,
    },
    {
      name: 'a log line',
      files: cjs`
      process.on('exit', (code) => console.log('exit', code));
    `,
    },
    {
      name: 'a synchronous close',
      files: js`
      import Database from 'better-sqlite3';
      const db = new Database('a.db');
      process.on('exit', () => db.close());
    `,
    },
    {
      name: 'a file that is removed',
      files: ts`
      import { rmSync } from 'node:fs';
      process.once('exit', () => { rmSync('/tmp/service.pid', { force: true }); });
    `,
    },
    {
      name: 'an exit code',
      files: js`
      process.on('exit', () => { process.exitCode ||= 1; });
    `,
    },
    {
      name: 'a timer that is cleared',
      files: js`
      const timer = setInterval(() => console.log('x'), 1000);
      process.on('exit', () => clearInterval(timer));
    `,
    },
    {
      name: 'beforeExit of a script that ends',
      files: js`
      import pg from 'pg';
      const pool = new pg.Pool();
      process.once('beforeExit', () => void pool.end());
      await pool.query('select 1');
    `,
    },
    {
      name: 'beforeExit beside a signal listener',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.once('beforeExit', () => void pool.end());
      process.on('SIGTERM', () => server.close());
    `,
    },
    {
      name: 'the exit of something else',
      files: js`
      import cluster from 'node:cluster';
      import { spawn } from 'node:child_process';
      import pg from 'pg';
      const pool = new pg.Pool();
      spawn('sleep', ['1']).on('exit', async () => { await pool.end(); });
      cluster.on('exit', async () => { await pool.query('select 1'); });
    `,
    },
    {
      name: 'work on a signal',
      files: js`
      import pg from 'pg';
      const pool = new pg.Pool();
      process.on('SIGTERM', async () => {
        await pool.end();
        process.exit(0);
      });
      process.on('exit', () => console.log('bye'));
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/db.test.js': `
      import pg from 'pg';
      const pool = new pg.Pool();
      process.on('exit', () => pool.end());
    `,
      },
    },
    {
      name: 'a logger that writes synchronously',
      files: js`
      import pino from 'pino';
      const log = pino({ level: 'info' });
      process.on('exit', (code) => log.info({ code }, 'exit'));
    `,
    },
    {
      name: 'a child that is killed',
      files: js`
      import { spawn } from 'node:child_process';
      const child = spawn('sleep', ['100']);
      process.on('exit', () => child.kill());
    `,
    },
  ],
});
