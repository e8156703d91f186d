/** The many ways in which a worker goes round and round, and the ways in which it stops. */
import { table } from './table.js';

const worker = (loop: string): Readonly<Record<string, string>> => ({
  'src/main.js': `
    import http from 'node:http';
    import { Redis } from 'ioredis';
    const redis = new Redis();
    const server = http.createServer((request, response) => response.end('ok')).listen(3000);
    process.once('SIGTERM', () => {
      stopping = true;
      state.running = false;
      stop.abort();
      setTimeout(() => process.exit(1), 10_000).unref();
      server.close(() => redis.quit(() => process.exit(0)));
    });
    let stopping = false;
    const state = { running: true };
    const stop = new AbortController();
    ${loop.replaceAll('\n   ', '\n    ')}
  `,
});

const ENDLESS = [
  `async function work() { // ! endless
     await redis.blpop('jobs', 5);
     work();
   }
   work();`,
  `async function work() { // ! endless
     await redis.blpop('jobs', 5);
     return work();
   }
   work();`,
  `async function work() { // ! endless
     await redis.blpop('jobs', 5);
     setImmediate(work);
   }
   work();`,
  `async function work() { // ! endless
     await redis.blpop('jobs', 5);
     process.nextTick(work);
   }
   work();`,
  `function next() { // ! endless
     redis.blpop('jobs', 5).then(next);
   }
   next();`,
  `function next() { // ! endless
     return redis.blpop('jobs', 5).then((job) => { console.log(job); return next(); });
   }
   next();`,
  `function next() { // ! endless
     redis.blpop('jobs', 5, (error, job) => { console.log(error, job); next(); });
   }
   next();`,
  `const next = () => redis.blpop('jobs', 5).finally(next); // ! endless
   next();`,
  `let running = true;
   while (running) { // ! endless
     await redis.blpop('jobs', 5);
   }`,
  `const forever = 1;
   do { // ! endless
     await redis.blpop('jobs', 5);
   } while (forever);`,
];

const ENDING = [
  `while (!stopping) await redis.blpop('jobs', 5);`,
  `while (state.running) await redis.blpop('jobs', 5);`,
  `while (!stop.signal.aborted) await redis.blpop('jobs', 5);`,
  `let tries = 5; while (tries) { await redis.ping(); tries--; }`,
  `let tries = 5; while (tries) { await redis.ping(); tries -= 1; }`,
  `let more = true; while (more) { [more] = await redis.lrange('jobs', 0, 0); }`,
  `let more = true; while (more) { ({ more } = JSON.parse(await redis.get('page'))); }`,
  `let more = true; const done = () => { more = false; }; while (more) { if ((await redis.llen('jobs')) === 0) done(); }`,
  `function next() { redis.blpop('jobs', 5).then((job) => { if (job) next(); }); } next();`,
  `function next() { if (stopping) return; redis.blpop('jobs', 5).then(next); } next();`,
  `function next() { redis.blpop('jobs', 5, (error) => { if (error) return; next(); }); } next();`,
  `async function work() { await redis.blpop('jobs', 5); if (!stopping) setImmediate(work); } work();`,
  `async function work() { await redis.blpop('jobs', 5); return stopping ? undefined : work(); } work();`,
  `const connect = () => redis.ping().then(() => console.log('up'), () => connect()); connect();`,
  `const walk = (nodes) => nodes.forEach((node) => walk(node.children)); walk([]);`,
];

table('no-uninterruptible-loop', {
  reports: ENDLESS.map((loop) => ({ name: loop.replaceAll(/\s+/gu, ' '), files: worker(loop) })),
  silent: ENDING.map((loop) => ({ name: loop, files: worker(loop) })),
});
