/** The many ways in which a probe asks what may be slow, and ways in which right code answers from memory. */
import { table } from './table.js';

const RIGHT = [
  `app.get('/healthz', (req, res) => res.sendStatus(200));`,
  `app.get('/healthz', (req, res) => res.status(ready ? 200 : 503).end());`,
  `app.get('/healthz', (req, res) => res.json(lastCheck)); setInterval(async () => { lastCheck = { ok: await pool.query('SELECT 1').then(() => true, () => false) }; }, 5000).unref();`,
  `app.get('/healthz', (req, res) => res.json({ up: process.uptime(), mem: process.memoryUsage() }));`,
  `app.get('/healthz', async (req, res) => { await Promise.race([pool.query('SELECT 1'), sleep(500)]); res.end(); });`,
  `const pkg = JSON.parse(fs.readFileSync('package.json', 'utf8')); app.get('/healthz', (req, res) => res.json({ version: pkg.version }));`,
  `app.get('/healthz', (req, res) => res.json({ connected: redis.status === 'ready', idle: pool.idleCount }));`,
  `app.get('/users', async (req, res) => res.json(await pool.query('SELECT 1')));`,
  `app.get('/healthz', async (req, res) => { await fetch('http://other/health', { signal: AbortSignal.timeout(500) }); res.end(); });`,
  `app.use('/healthz', async (req, res, next) => { req.user = await pool.query('SELECT 1'); next(); }); app.get('/users', (req, res) => res.end());`,
];

const RIGHT_FOR_ITS_POOL = [
  "const bounded = new Pool({ connectionTimeoutMillis: 500, query_timeout: 500 }); app.get('/healthz', async (req, res) => { const client = await bounded.connect(); try { await client.query('SELECT 1'); } finally { client.release(); } res.end(); });",
  "const bounded = new Pool({ statement_timeout: 500 }); app.get('/healthz', async (req, res) => { await bounded.query('SELECT 1'); res.end(); });",
];

const WRONG = [
  `app.get('/healthz', async (req, res) => { await pool.query('SELECT 1'); res.end(); });`,
  `app.get('/healthz', (req, res) => pool.query('SELECT 1', (e) => res.sendStatus(e ? 503 : 200)));`,
  `app.get('/healthz', (req, res) => { pool.query('SELECT 1').then(() => res.end(), () => res.sendStatus(503)); });`,
  `const check = () => pool.query('SELECT 1'); app.get('/healthz', async (req, res) => { await check(); res.end(); });`,
  `app.get('/healthz', (req, res) => { const v = fs.readFileSync('version.txt'); res.end(v); });`,
  `app.get('/healthz', (req, res) => { execSync('pg_isready'); res.end(); });`,
  `app.get('/healthz', async (req, res) => { await axios.get('http://other/health'); res.end(); });`,
  `app.get('/healthz', async (req, res) => { await fetch('http://other/health'); res.end(); });`,
  `app.get(['/healthz', '/livez'], async (req, res) => { await redis.ping(); res.end(); });`,
  `const health = express.Router(); health.get('/', async (req, res) => { await pool.query('SELECT 1'); res.end(); }); app.use('/healthz', health);`,
  `app.use('/healthz', async (req, res) => { await pool.query('SELECT 1'); res.end(); });`,
  `app.route('/healthz').get(async (req, res) => { await pool.query('SELECT 1'); res.end(); });`,
  `class H { async get(req, res) { await pool.query('SELECT 1'); res.end(); } } const h = new H(); app.get('/healthz', h.get.bind(h));`,
  `const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next); app.get('/healthz', wrap(async (req, res) => { await pool.query('SELECT 1'); res.end(); }));`,
  `app.get('/healthz', async (req, res) => { const results = await Promise.allSettled([pool.query('SELECT 1')]); res.status(results.every((r) => r.status === 'fulfilled') ? 200 : 503).end(); });`,
  `app.all('/healthz', async (req, res) => { for (const q of ['a', 'b']) await pool.query(q); res.end(); });`,
  `const routes = { '/healthz': async (req, res) => { await pool.query('SELECT 1'); res.end(); } }; for (const [p, fn] of Object.entries(routes)) app.get(p, fn);`,
  `app.use((req, res, next) => { if (req.path === '/healthz') return pool.query('SELECT 1').then(() => res.end()); next(); });`,
];

const WRONG_FOR_ITS_POOL = [
  "const slow = new Pool({ query_timeout: 500 }); app.get('/healthz', async (req, res) => { const client = await slow.connect(); client.release(); res.end(); });",
  "const slow = new Pool({ connectionTimeoutMillis: 500 }); app.get('/healthz', async (req, res) => { await slow.query('SELECT 1'); res.end(); });",
];

const program = (text: string): Readonly<Record<string, string>> => ({
  'src/main.js': `
    import express from 'express';
    import fs from 'node:fs';
    import { execSync } from 'node:child_process';
    import { Pool } from 'pg';
    import Redis from 'ioredis';
    import axios from 'axios';
    const pool = new Pool();
    const redis = new Redis();
    const app = express();
    let ready = true;
    let lastCheck = { ok: true };
    const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    ${text}
    app.listen(3000);
  `,
});

table('no-blocking-probe', {
  reports: [...WRONG, ...WRONG_FOR_ITS_POOL].map((way) => ({
    name: way,
    unrepaired: true,
    files: program(`${way} // ! ${/Sync\(/u.test(way) ? 'sync' : 'readiness'}`),
  })),
  silent: [...RIGHT, ...RIGHT_FOR_ITS_POOL].map((way) => ({ name: way, files: program(way) })),
});
