/** The many ways in which right code bounds a shutdown, and what only looks like one. */
import { table } from './table.js';

const WAYS = [
  `process.once('SIGTERM', async () => { setTimeout(() => process.exit(1), 5000).unref(); await closed(); process.exit(0); });`,
  `process.once('SIGTERM', async () => { const t = setTimeout(() => process.exit(1), 5000); await closed(); clearTimeout(t); process.exit(0); });`,
  `process.once('SIGTERM', () => { setTimeout(process.exit, 5000, 1); server.close(() => process.exit(0)); });`,
  `process.once('SIGTERM', () => { setTimeout(process.exit.bind(process, 1), 5000); server.close(() => process.exit(0)); });`,
  `process.once('SIGTERM', async () => { await Promise.race([closed(), sleep(5000)]); process.exit(0); });`,
  `process.once('SIGTERM', async () => { await Promise.race([closed(), new Promise((r) => setTimeout(r, 5000))]); process.exit(0); });`,
  `process.once('SIGTERM', async () => { await Promise.race([closed(), new Promise((_, no) => setTimeout(() => no(new Error('late')), 5000))]).catch(log); process.exit(0); });`,
  `process.once('SIGTERM', async () => { try { await pTimeout(closed(), { milliseconds: 5000 }); } finally { process.exit(0); } });`,
  `process.once('SIGTERM', async () => { sleep(5000, null, { ref: false }).then(() => process.exit(1)); await closed(); process.exit(0); });`,
  `process.once('SIGTERM', () => { server.close(() => process.exit(0)); setTimeout(() => server.closeAllConnections(), 5000).unref(); });`,
  `process.once('SIGTERM', () => { server.close(() => process.exit(0)); setTimeout(() => { log('forced'); process.kill(process.pid, 'SIGKILL'); }, 5000).unref(); });`,
  `process.once('SIGTERM', () => { server.close(() => process.exit(0)); setTimeout(() => process.abort(), 5000).unref(); });`,
  `const force = () => process.exit(1); process.once('SIGTERM', () => { setTimeout(force, 5000).unref(); server.close(() => process.exit(0)); });`,
  `const arm = (ms) => setTimeout(() => { log('x'); process.exit(1); }, ms).unref(); process.once('SIGTERM', () => { arm(5000); server.close(() => process.exit(0)); });`,
  `process.once('SIGTERM', async () => { const ac = AbortSignal.timeout(5000); ac.addEventListener('abort', () => process.exit(1)); await closed(); process.exit(0); });`,
  `process.once('SIGTERM', async () => { let n = 0; const t = setInterval(() => { if (++n > 10) process.exit(1); }, 1000); await closed(); clearInterval(t); process.exit(0); });`,
  `const withTimeout = (p, ms) => Promise.race([p, new Promise((r) => setTimeout(r, ms).unref())]); process.once('SIGTERM', async () => { await withTimeout(closed(), 5000); process.exit(0); });`,
  `const withTimeout = (p, ms) => new Promise((yes, no) => { const t = setTimeout(() => no(new Error('late')), ms); p.then(yes, no).finally(() => clearTimeout(t)); }); process.once('SIGTERM', async () => { await withTimeout(closed(), 5000).catch(log); process.exit(0); });`,
  `process.once('SIGTERM', async () => { const until = Date.now() + 5000; server.close(); while (server.listening && Date.now() < until) await sleep(50); process.exit(0); });`,
  `process.once('SIGTERM', () => { server.close(() => process.exit(0)); server.closeAllConnections(); });`,
  `process.once('SIGTERM', async () => { const done = closed(); const timer = sleep(5000).then(() => 'late'); if ((await Promise.race([done, timer])) === 'late') log('late'); process.exit(0); });`,
  `process.once('SIGTERM', async () => { await Promise.any([closed(), sleep(5000)]); process.exit(0); });`,
  `process.once('SIGTERM', () => { setTimeout(() => { process.exitCode = 1; process.exit(); }, 5000).unref(); server.close(() => process.exit(0)); });`,
  `process.once('SIGTERM', () => { const end = (code) => process.exit(code); setTimeout(end, 5000, 1).unref(); server.close(() => end(0)); });`,
  `process.once('SIGTERM', async () => { const { promise, resolve } = Promise.withResolvers(); setTimeout(resolve, 5000); server.close(resolve); await promise; process.exit(0); });`,
  `process.once('SIGTERM', async () => { const timeout = new Promise((_, reject) => { setTimeout(reject, 5000, new Error('late')).unref(); }); await Promise.race([timeout, closed()]).then(() => process.exit(0), () => process.exit(1)); });`,
];

const NONE = [
  `process.once('SIGTERM', async () => { await closed(); process.exit(0); });`,
  `process.once('SIGTERM', async () => { setTimeout(() => log('slow'), 5000).unref(); await closed(); process.exit(0); });`,
  `process.once('SIGTERM', async () => { await Promise.all([closed(), sleep(5000)]); process.exit(0); });`,
  `process.once('SIGTERM', async () => { await closed(); setTimeout(() => process.exit(1), 5000).unref(); process.exit(0); });`,
];

const program = (text: string): Readonly<Record<string, string>> => ({
  'src/main.js': `
    import http from 'node:http';
    import pTimeout from 'p-timeout';
    import { setTimeout as sleep } from 'node:timers/promises';
    const server = http.createServer((req, res) => res.end()).listen(3000);
    const closed = () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    const log = console.log;
    ${text}
  `,
});

table('require-shutdown-deadline', {
  reports: NONE.map((way) => ({ name: way, files: program(`${way} // ! unbounded`) })),
  silent: WAYS.map((way) => ({ name: way, files: program(way) })),
});
