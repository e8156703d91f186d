/** The many ways in which right code ends a timer that goes on by itself, or lets the process end without it. */
import { table } from './table.js';

const WAYS = [
  `const t = setInterval(beat, 1000); process.once('SIGTERM', () => { clearInterval(t); server.close(); });`,
  `const t = setInterval(beat, 1000); process.once('SIGTERM', () => { t.close(); server.close(); });`,
  `const t = setInterval(beat, 1000); process.once('SIGTERM', () => { clearTimeout(t); server.close(); });`,
  `const t = setInterval(beat, 1000).unref(); process.once('SIGTERM', () => { server.close(); });`,
  `const t = setInterval(beat, 1000); t.unref?.(); process.once('SIGTERM', () => { server.close(); });`,
  `const t = setInterval(beat, 1000); cleanups.push(() => clearInterval(t)); process.once('SIGTERM', () => { cleanups.forEach((f) => f()); server.close(); });`,
  `const ts = new Set(); ts.add(setInterval(beat, 1000)); process.once('SIGTERM', () => { for (const t of ts) clearInterval(t); server.close(); });`,
  `const ts = { a: setInterval(beat, 1000) }; process.once('SIGTERM', () => { Object.values(ts).forEach(clearInterval); server.close(); });`,
  `const ts = [setInterval(beat, 1000)]; process.once('SIGTERM', () => { ts.map((t) => clearInterval(t)); server.close(); });`,
  `const m = new Map(); m.set('a', setInterval(beat, 1000)); process.once('SIGTERM', () => { m.forEach((t) => clearInterval(t)); server.close(); });`,
  `const m = new Map(); m.set('a', setInterval(beat, 1000)); process.once('SIGTERM', () => { for (const [k, t] of m) clearInterval(t); server.close(); });`,
  `const m = new Map(); m.set('a', setInterval(beat, 1000)); process.once('SIGTERM', () => { for (const k of m.keys()) clearInterval(m.get(k)); server.close(); });`,
  `const t = { stop: null }; const i1 = setInterval(beat, 1000); t.stop = () => clearInterval(i1); process.once('SIGTERM', () => { t.stop(); server.close(); });`,
  `const ac = new AbortController(); (async () => { for await (const _ of every(1000, null, { signal: ac.signal })) beat(); })().catch(() => {}); process.once('SIGTERM', () => { ac.abort(); server.close(); });`,
  `(async () => { for await (const _ of every(1000, null, { ref: false })) beat(); })(); process.once('SIGTERM', () => { server.close(); });`,
  `let t; const loop = () => { beat(); t = setTimeout(loop, 1000); }; loop(); process.once('SIGTERM', () => { clearTimeout(t); server.close(); });`,
  `let on = true; const loop = () => { beat(); if (on) setTimeout(loop, 1000); }; loop(); process.once('SIGTERM', () => { on = false; server.close(); });`,
  `const t = setInterval(() => { if (done) clearInterval(t); }, 1000); let done = false; process.once('SIGTERM', () => { done = true; server.close(); });`,
  `const start = () => { const t = setInterval(beat, 1000); return () => clearInterval(t); }; const stop = start(); process.once('SIGTERM', () => { stop(); server.close(); });`,
  `const start = () => { const t = setInterval(beat, 1000); return { stop() { clearInterval(t); } }; }; const b = start(); process.once('SIGTERM', () => { b.stop(); server.close(); });`,
  `class B { #t; start() { this.#t = setInterval(beat, 1000); } stop() { clearInterval(this.#t); } } const b = new B(); b.start(); process.once('SIGTERM', () => { b.stop(); server.close(); });`,
  `class B { constructor() { this.t = setInterval(beat, 1000); } [Symbol.dispose]() { clearInterval(this.t); } } const b = new B(); process.once('SIGTERM', () => { b[Symbol.dispose](); server.close(); });`,
  `const { setInterval: si, clearInterval: ci } = timers; const t = si(beat, 1000); process.once('SIGTERM', () => { ci(t); server.close(); });`,
  `const t = globalThis.setInterval(beat, 1000); process.once('SIGTERM', () => { globalThis.clearInterval(t); server.close(); });`,
  `server.on('listening', () => { const t = setInterval(beat, 1000); server.on('close', () => clearInterval(t)); }); process.once('SIGTERM', () => { server.close(); });`,
  `const t = setInterval(beat, 1000); server.once('close', clearInterval.bind(null, t)); process.once('SIGTERM', () => { server.close(); });`,
  `const t = setInterval(beat, 1000); process.once('SIGTERM', () => { setTimeout(() => clearInterval(t), 100); server.close(); });`,
  `const t = setInterval(beat, 1000); t.hasRef() && t.unref(); process.once('SIGTERM', () => { server.close(); });`,
  `const t = setInterval(beat, 1000); process.once('SIGTERM', () => server.close(() => process.exit(clearInterval(t))));`,
  `const t = setInterval(beat, 1000); process.once('SIGTERM', () => { t[Symbol.dispose](); server.close(); });`,
];

table('no-uncleared-timer', {
  silent: WAYS.map((way) => ({
    name: way,
    files: {
      'src/main.js': `
        import http from 'node:http';
        import { setInterval as every } from 'node:timers/promises';
        import timers from 'node:timers';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        const beat = () => console.log('beat');
        const cleanups = [];
        ${way}
      `,
    },
  })),
});
