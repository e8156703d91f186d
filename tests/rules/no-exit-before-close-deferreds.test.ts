import { table } from './table.js';

const service = (shutdown: string, { top = '', exit = 'process.exit(0);' } = {}): Record<string, string> => ({
  'src/main.js': `
    import http from 'node:http';
    import { flush, register } from 'telemetry';
    const server = http.createServer((request, response) => response.end()).listen(3000);
    ${top}
    process.once('SIGTERM', async () => {
      let done;
      ${shutdown}
      ${exit}
    });
  `,
});

const cutOff = (shutdown: string): Record<string, string> => service(shutdown, { exit: 'process.exit(0); // ! pending' });

const deferred = 'const closed = new Promise((resolve) => { done = resolve; });';

/** Promises that a close settles, and whether anybody has them. */
table('no-exit-before-close', {
  reports: [
    { name: 'a promise in a variable that nobody reads', files: cutOff(`${deferred} server.close(done); await flush();`) },
    {
      name: 'the same, settled by a callback, and by a function that is written around `resolve`',
      files: cutOff(`
        const closed = new Promise((resolve, reject) => { done = (error) => (error ? reject(error) : resolve()); });
        server.close(() => done());
        await flush();
      `),
    },
    {
      name: 'a promise that is in no variable at all',
      files: cutOff('new Promise((resolve) => (done = resolve)); server.close(done); await flush();'),
    },
  ],
  silent: [
    { name: 'a wait for the promise', files: service(`${deferred} server.close(done); await closed;`) },
    { name: 'a promise that is handed over', files: service(`${deferred} server.close(done); await flush(closed);`) },
    { name: 'a promise in an object', files: service(`${deferred} register({ closed }); server.close(done); await flush();`) },
    {
      name: 'a promise that is made for a call',
      files: service('register(new Promise((resolve) => { done = resolve; })); server.close(done); await flush();'),
    },
    {
      name: 'a promise in a list',
      files: service(`${deferred} const all = [flush(), closed]; server.close(done); await Promise.all(all);`),
    },
    {
      name: 'a field, of which others may know',
      files: service('server.close(lock.release); await flush(lock);', {
        top: 'class Lock { constructor() { this.held = new Promise((resolve) => { this.release = resolve; }); } }\nconst lock = new Lock();',
      }),
    },
    {
      name: 'a function that hands the promise on',
      files: service('await shut();', {
        top: 'function shut() { let end; const closed = new Promise((resolve) => { end = resolve; }); server.close(end); return closed; }',
      }),
    },
  ],
});
