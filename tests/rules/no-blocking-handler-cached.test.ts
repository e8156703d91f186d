/** What is read once and kept blocks the first request alone. */
import { table, type Case } from './table.js';

const serving = (name: string, text: string): Case => ({
  name,
  unrepaired: true,
  files: {
    'src/main.js': `
      import express from 'express';
      import fs from 'node:fs';
      ${text}
      const app = express();
      app.get('/pages/:name', (req, res) => res.send(load(req.params.name)));
      app.listen(3000);
    `,
  },
});

/** In a handler, where a finding begins. */
const called = ({ name, files }: Case): Case => ({
  name,
  unrepaired: true,
  files: { 'src/main.js': (files['src/main.js'] ?? '').replace('req.params.name)));', 'req.params.name))); // ! blocking') },
});

table('no-blocking-handler', {
  reports: [
    serving(
      'a comparison with what was read last',
      `let last; const load = () => { const text = fs.readFileSync('x'); if (last === text) return last; last = text; return text; };`,
    ),
    serving(
      'a cache that grows old',
      `let cached, at = 0; const load = () => { if (cached && Date.now() - at < 1000) return cached; at = Date.now(); cached = fs.readFileSync('x'); return cached; };`,
    ),
    serving('a cache that nobody fills', `let cached; const load = () => { if (cached) return cached; return fs.readFileSync('x'); };`),
    serving('a counter', `let hits = 0; const load = () => { if (hits > 10) return ''; hits += 1; return fs.readFileSync('x'); };`),
    serving(
      'a flag while it works',
      `let busy = false; const load = () => { if (busy) return ''; busy = true; const text = fs.readFileSync('x'); busy = false; return text; };`,
    ),
    serving(
      'a switch of the settings',
      `const config = { enabled: true }; const load = () => { if (!config.enabled) return ''; return fs.readFileSync('x'); };`,
    ),
    serving(
      'the other side of the question',
      `let cached; const load = () => { if (!cached) return ''; const text = fs.readFileSync('x'); cached = text; return text; };`,
    ),
    serving(
      'a variable of the function',
      `const load = () => { let text; if (!text) { text = fs.readFileSync('x').trim(); } return text; };`,
    ),
    serving(
      'an element that is taken out again',
      `const pages = new Map(); const load = (name) => { if (pages.get(name)) pages.delete(name); const text = fs.readFileSync(name); pages.set(name, text); return text; };`,
    ),
    serving('a wrapper that keeps nothing', `import { traced } from '@acme/traces'; const load = traced((name) => fs.readFileSync(name));`),
  ].map(called),
  silent: [
    serving(
      'a return before',
      `let cached; const load = () => { if (cached) return cached; const text = fs.readFileSync('x'); cached = JSON.parse(text); return cached; };`,
    ),
    serving(
      'within the question',
      `let cached; const load = () => { if (cached === undefined) { const text = fs.readFileSync('x'); cached = text.trim(); } return cached; };`,
    ),
    serving(
      'by its type',
      `let cached; const load = () => { if (typeof cached === 'undefined') { const text = fs.readFileSync('x'); cached = text.trim(); } return cached; };`,
    ),
    serving(
      'a flag that is set afterwards',
      `let loaded = false, page; const load = () => { if (!loaded) { page = fs.readFileSync('x').trim(); loaded = true; } return page; };`,
    ),
    serving('a choice', `let cached; const load = () => cached ?? (cached = fs.readFileSync('x'));`),
    serving('a choice with a test', `let cached; const load = () => cached ? cached : (cached = fs.readFileSync('x'));`),
    serving(
      'a function that keeps it',
      `let cached; function read() { cached = fs.readFileSync('x'); } const load = () => { if (!cached) read(); return cached; };`,
    ),
    serving(
      'a static field',
      `class Pages { static #page; static load() { if (Pages.#page) { return Pages.#page; } if (!fs.existsSync('x')) fs.mkdirSync('x'); try { Pages.#page = JSON.parse(fs.readFileSync('x')); return Pages.#page; } catch { return {}; } } } const load = () => Pages.load();`,
    ),
    serving(
      'a field',
      `class Pages { page = null; load() { if (this.page !== null) return this.page; const text = fs.readFileSync('x'); this.page = text.trim(); return this.page; } } const pages = new Pages(); const load = () => pages.load();`,
    ),
    serving(
      'an element of a map',
      `const pages = new Map(); const load = (name) => { let text = pages.get(name); if (text === undefined) { text = fs.readFileSync(name); pages.set(name, text); } return text; };`,
    ),
    serving(
      'a map that is asked first',
      `const pages = new Map(); const load = (name) => { if (pages.has(name)) return pages.get(name); const text = fs.readFileSync(name); pages.set(name, text); return text; };`,
    ),
    serving(
      'an element of an object',
      `const pages = {}; const load = (name) => { if (pages[name]) return pages[name]; const text = fs.readFileSync(name); pages[name] = text; return text; };`,
    ),
    serving(
      'an element by its key',
      `const pages = {}; const load = (name) => { if (!(name in pages)) { pages[name] = fs.readFileSync(name); } return pages[name]; };`,
    ),
    serving('a wrapper that keeps it', `import _ from 'lodash'; const load = _.memoize((name) => fs.readFileSync(name));`),
    serving(
      'a wrapper that lets it run once',
      `import { once } from 'lodash-es'; function read() { return fs.readFileSync('x'); } const first = once(read); const load = () => first();`,
    ),
    serving(
      'a flag that a function behind a wrapper sets',
      `import memoize from 'memoize'; let loaded = false, page; function read() { page = fs.readFileSync('x'); loaded = true; } const fill = memoize(read); const load = () => { if (!loaded) fill(); return page; };`,
    ),
  ],
});
