/** The many ways in which right code keeps a shutdown from running twice, and what only looks like one. */
import { table } from './table.js';

const WAYS = [
  `process.on('SIGTERM', async () => { if (stopping) return; stopping = true; await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { if (!stopping) { stopping = true; await closed(); process.exit(0); } });`,
  `process.on('SIGTERM', async () => { if (stopping) { log('again'); return; } stopping = true; await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { if (stopping) process.exit(1); stopping = true; await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { if (count++ > 0) return; await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { if (++count > 1) { return; } await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { count += 1; if (count === 1) { await closed(); process.exit(0); } });`,
  `process.on('SIGTERM', async () => { switch (state.phase) { case 'running': state.phase = 'stopping'; await closed(); process.exit(0); break; default: return; } });`,
  `process.on('SIGTERM', () => { stopped ??= closed().then(() => process.exit(0)); });`,
  `process.on('SIGTERM', () => { stopped = stopped || closed().then(() => process.exit(0)); });`,
  `process.on('SIGTERM', () => { stopped || (stopped = closed().then(() => process.exit(0))); });`,
  `process.on('SIGTERM', () => { if (!stopped) stopped = closed(); stopped.then(() => process.exit(0)); });`,
  `process.on('SIGTERM', async () => { try { if (stopping) return; stopping = true; await closed(); } finally { log('over'); } process.exit(0); });`,
  `process.on('SIGTERM', async () => { const first = !stopping; stopping = true; if (!first) return; await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { const was = stopping; stopping = true; if (was) return; await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { if (!server.listening) return; await closed(); process.exit(0); });`,
  `process.on('SIGTERM', _.once(async () => { await closed(); process.exit(0); }));`,
  `const stop = _.once(async () => { await closed(); }); process.on('SIGTERM', () => stop().then(() => process.exit(0)));`,
  `const begin = () => (stopping ? false : (stopping = true)); process.on('SIGTERM', async () => { if (!begin()) return; await closed(); process.exit(0); });`,
  `const guard = (fn) => { let called = false; return (...a) => { if (called) return; called = true; return fn(...a); }; }; process.on('SIGTERM', guard(async () => { await closed(); process.exit(0); }));`,
  `const stop = async () => { process.removeAllListeners('SIGTERM'); await closed(); process.exit(0); }; process.on('SIGTERM', stop);`,
  `const stop = async () => { process.off('SIGTERM', stop); process.off('SIGINT', stop); await closed(); process.exit(0); }; process.on('SIGTERM', stop); process.on('SIGINT', stop);`,
  `const seen = new Set(); process.on('SIGTERM', async (s) => { if (seen.has('stop')) return; seen.add('stop'); await closed(); process.exit(0); });`,
  `const ac = new AbortController(); process.on('SIGTERM', async () => { if (ac.signal.aborted) return; ac.abort(); await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { if (globalThis.__stopping) return; globalThis.__stopping = true; await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { if (state.stopping === true) { return; } Object.assign(state, { stopping: true }); await closed(); process.exit(0); });`,
  `const flags = { stopping: false }; const mark = () => { flags.stopping = true; }; process.on('SIGTERM', async () => { if (flags.stopping) return; mark(); await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { if (stopping) throw new Error('twice'); stopping = true; await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { while (stopping) await new Promise(() => {}); stopping = true; await closed(); process.exit(0); });`,
  `let listener = async () => { listener = () => {}; await closed(); process.exit(0); }; process.on('SIGTERM', () => listener());`,
  `const handlers = { SIGTERM: async () => { if (stopping) return; stopping = true; await closed(); process.exit(0); } }; for (const [s, fn] of Object.entries(handlers)) process.on(s, fn);`,
  `process.on('SIGTERM', async () => { if (stopping) { await stopped; } else { stopping = true; stopped = closed(); await stopped; process.exit(0); } });`,
  `process.on('SIGTERM', () => { if (stopping) return log('second'); stopping = true; closed().then(() => process.exit(0)); });`,
  `process.on('SIGTERM', () => stopping ? log('second') : ((stopping = true), closed().then(() => process.exit(0))));`,
  `process.on('SIGTERM', () => { !stopping && closed().then(() => process.exit(0)); stopping = true; });`,
];

const NONE = [
  `process.on('SIGTERM', async () => { if (stopping) log('again'); stopping = true; await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { const again = stopping; stopping = true; log(again); await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { const code = stopping ? 1 : 0; stopping = true; await closed(); process.exit(code); });`,
  `process.on('SIGTERM', async (signal) => { switch (signal) { case 'SIGTERM': log(signal); break; default: log('?'); } await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { await closed(); if (stopping) return; stopping = true; process.exit(0); });`,
  `process.on('SIGTERM', async () => { let isFirst = true; if (!isFirst) return; isFirst = false; await closed(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { stopping && log('again'); stopping = true; await closed(); process.exit(0); });`,
];

const program = (text: string): Readonly<Record<string, string>> => ({
  'src/main.js': `
    import http from 'node:http';
    import _ from 'lodash';
    const server = http.createServer((req, res) => res.end()).listen(3000);
    const closed = () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    const state = { phase: 'running', stopping: false, count: 0 };
    let stopping = false;
    let stopped;
    let count = 0;
    const log = console.log;
    ${text}
  `,
});

table('require-idempotent-shutdown', {
  at: /^process\.on\(/u,
  reports: NONE.map((way) => ({ name: way, files: program(`${way} // ! repeated`) })),
  silent: WAYS.map((way) => ({ name: way, files: program(way) })),
});
