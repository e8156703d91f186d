import { js, table, ts } from './table.js';

/** Handles that are kept or handed on, and cleared from there. */
table('no-uncleared-timer', {
  silent: [
    {
      name: 'cleared through another module',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { stop } from './beat.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => { stop(); server.close(); });
      `,
        'src/beat.js': `
        let timer;
        timer = setInterval(() => console.log('beat'), 1000);
        export const stop = () => clearInterval(timer);
      `,
      },
    },
    {
      name: 'a handle that a helper returns',
      files: {
        'src/main.cjs': `
        const http = require('node:http');
        const { every } = require('./every.cjs');
        const server = http.createServer((req, res) => res.end()).listen(3000);
        const beat = every(1000, () => console.log('beat'));
        process.on('SIGTERM', () => { clearInterval(beat); server.close(); });
      `,
        'src/every.cjs': `
        exports.every = (ms, callback) => setInterval(callback, ms);
      `,
      },
    },
    {
      name: 'handles in a map and in an array',
      files: js`
      import http from 'node:http';
      const byName = new Map();
      const list = [];
      byName.set('a', setInterval(() => console.log('a'), 1000));
      list.push(setInterval(() => console.log('b'), 1000));
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        for (const timer of byName.values()) clearInterval(timer);
        list.forEach((timer) => clearInterval(timer));
        server.close();
      });
    `,
    },
    {
      name: 'handles written to places of an array',
      files: js`
      import http from 'node:http';
      class Workers {
        constructor(count) {
          this.timers = new Array(count).fill(undefined);
          this.beats = [];
          for (let at = 0; at < count; at += 1) this.poll(at);
        }
        poll(at) {
          this.timers[at] = setTimeout(() => this.poll(at), 1000);
          this.beats[at] = setInterval(() => console.log(at), 1000);
        }
        stop() {
          this.timers.forEach((timer) => clearTimeout(timer));
          for (const beat of this.beats) clearInterval(beat);
        }
      }
      const workers = new Workers(3);
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        workers.stop();
        server.close();
      });
    `,
    },
    {
      name: 'a handle given to a package that cannot be seen',
      files: js`
      import express from 'express';
      import { track } from '@acme/timers';
      track(setInterval(() => console.log('x'), 1000));
      express().listen(3000);
    `,
    },
    {
      name: 'a field initialiser that a method clears',
      files: js`
      import http from 'node:http';
      class Beat {
        timer = setInterval(() => console.log('beat'), 1000);
        stop() { clearInterval(this.timer); }
      }
      const beat = new Beat();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { beat.stop(); server.close(); });
    `,
    },
    {
      name: 'a timer that a disposer clears',
      files: ts`
      import { createServer } from 'node:http';
      class Beat {
        readonly #timer = setInterval(() => console.log('beat'), 1000);
        [Symbol.dispose](): void { clearInterval(this.#timer); }
      }
      const beat = new Beat();
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { beat[Symbol.dispose](); server.close(); });
    `,
    },
    {
      name: 'list.forEach(clearInterval)',
      files: js`
      import http from 'node:http';
      const list = [setInterval(() => console.log('b'), 1000)];
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { list.forEach(clearInterval); server.close(); });
    `,
    },
    {
      name: 'a function that is sent to a page of a browser',
      files: js`
      import express from 'express';
      import { page } from './page.js';
      express().get('/shot', async (req, res) => {
        await page.evaluate(() => new Promise((resolve) => {
          function scroll() {
            globalThis.scrollBy(0, 100);
            if (globalThis.pageYOffset > 1000) return resolve();
            setTimeout(scroll, 100);
          }
          scroll();
          setInterval(() => globalThis.ping(), 1000);
        }));
        res.end();
      }).listen(3000);
    `,
    },
    {
      name: 'handles under names that are only known when it runs',
      files: js`
      import http from 'node:http';
      class Status {
        constructor() { this.intervals = {}; }
        start(name, check) {
          if (this.intervals[name]) clearInterval(this.intervals[name]);
          this.intervals[name] = setInterval(check, 1000);
        }
        stop() {
          Object.values(this.intervals).forEach(clearInterval);
          this.intervals = {};
        }
      }
      const status = new Status();
      status.start('database', () => console.log('up'));
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        status.stop();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'handles that a loop over an object clears',
      files: js`
      import http from 'node:http';
      const timers = {};
      export function watch(name, check) { timers[name] = setInterval(check, 1000); }
      watch('database', () => console.log('up'));
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        for (const timer of Object.values(timers)) clearInterval(timer);
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'handles that a loop over keys clears',
      files: js`
      import http from 'node:http';
      const timers = {};
      export function watch(name, check) { timers[name] = setInterval(check, 1000); }
      watch('database', () => console.log('up'));
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        Object.keys(timers).forEach((name) => clearInterval(timers[name]));
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'handles among the entries of an object',
      files: js`
      import http from 'node:http';
      const timers = {};
      export function watch(name, check) { timers[name] = setInterval(check, 1000); }
      watch('database', () => console.log('up'));
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        Object.entries(timers).forEach(([name, timer]) => { console.log(name); clearInterval(timer); });
        server.close(() => process.exit(0));
      });
    `,
    },
  ],
});
