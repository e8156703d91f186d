import { describe, expect, it } from 'vitest';
import { boundProbeCall, removeProbeCall } from '../../src/fixes/probe-calls.js';
import { unblockProbeCall } from '../../src/fixes/unblock-probe-call.js';
import { apply, code, sourceOf, spanOf } from './applying.js';

function bounded(before: string, call: string, path = 'health.js'): string | undefined {
  const source = sourceOf(before, path);
  return apply(source, boundProbeCall(source, { call: spanOf(source, call), milliseconds: 1000 }));
}

function unblocked(before: string, call: string, member: string, path = 'health.js'): string | undefined {
  const source = sourceOf(before, path);
  return apply(source, unblockProbeCall(source, { call: spanOf(source, call), member }));
}

function removed(before: string, call: string): string | undefined {
  const source = sourceOf(before, 'health.js');
  return apply(source, removeProbeCall(source, spanOf(source, call)));
}

describe('boundProbeCall', () => {
  it('races a query with a rejection', () => {
    const before = "app.get('/ready', async (req, res) => {\n  await pool.query('SELECT 1'); // alive?\n  res.sendStatus(200);\n});\n";
    expect(bounded(before, "pool.query('SELECT 1')")).toBe(code`
      app.get('/ready', async (req, res) => {
        await Promise.race([pool.query('SELECT 1'), rejectAfter(1000)]); // alive?
        res.sendStatus(200);
      });

      function rejectAfter(milliseconds) {
        return new Promise((_resolve, reject) => {
          const fail = () => reject(new Error(\`No answer within \${milliseconds} ms\`));
          setTimeout(fail, milliseconds).unref();
        });
      }
    `);
  });

  it('uses the helper that is there', () => {
    const before =
      'async function ready(): Promise<void> {\n\tawait db.ping()\n}\nfunction rejectAfter(ms: number): Promise<never> {\n\treturn never(ms)\n}\n';
    expect(bounded(before, 'db.ping()', 'health.ts')).toBe(before.replace('db.ping()', 'Promise.race([db.ping(), rejectAfter(1000)])'));
  });

  it.each([
    ['async () => fetch(url);\n', 'fetch(url)', 'async () => fetch(url, { signal: AbortSignal.timeout(1000) });\n'],
    [
      "const f = () => fetch(u, { method: 'HEAD' });\n",
      "fetch(u, { method: 'HEAD' })",
      "const f = () => fetch(u, { method: 'HEAD', signal: AbortSignal.timeout(1000) });\n",
    ],
    ['const f = (o) => fetch(u, o);\n', 'fetch(u, o)', 'const f = (o) => fetch(u, { ...o, signal: AbortSignal.timeout(1000) });\n'],
    ['const f = (s) => fetch(u, { signal: s });\n', 'fetch(u, { signal: s })', undefined],
    ['function f(done) {\n  pool.query(q, done);\n}\n', 'pool.query(q, done)', undefined],
    ['async function f() {\n  await Promise.race([db.ping(), late()]);\n}\n', 'db.ping()', undefined],
    ['function f() {\n  db.ping();\n}\n', 'db.ping()', undefined],
  ])('%s', (before, call, after) => {
    expect(bounded(before, call)).toBe(after);
  });
});

describe('unblockProbeCall', () => {
  it.each([
    {
      name: 'a namespace',
      before: "import * as fs from 'node:fs';\napp.get('/v', (req, res) => {\n  res.send(fs.readFileSync('v', 'utf8'));\n});\n",
      call: "fs.readFileSync('v', 'utf8')",
      after:
        "import * as fs from 'node:fs';\napp.get('/v', async (req, res) => {\n  res.send(await fs.promises.readFile('v', 'utf8'));\n});\n",
    },
    {
      name: 'a member of the result',
      before:
        "const fs = require('fs')\napp.get('/v', function (req, res) {\n\tconst v = fs.readFileSync('v').toString().trim()\n\tres.send(v)\n})\n",
      call: "fs.readFileSync('v')",
      after:
        "const fs = require('fs')\napp.get('/v', async function (req, res) {\n\tconst v = (await fs.promises.readFile('v')).toString().trim()\n\tres.send(v)\n})\n",
    },
    {
      name: 'a name',
      before: "import { readFileSync } from 'node:fs';\n\nexport const health = async () => JSON.parse(readFileSync('v', 'utf8'));\n",
      call: "readFileSync('v', 'utf8')",
      after:
        "import { readFileSync } from 'node:fs';\nimport { readFile } from 'node:fs/promises';\n\nexport const health = async () => JSON.parse(await readFile('v', 'utf8'));\n",
    },
  ])('$name', ({ before, call, after }) => {
    expect(unblocked(before, call, 'readFileSync')).toBe(after);
  });

  it('takes the promise of bcrypt', () => {
    expect(
      unblocked(
        "const bcrypt = require('bcrypt');\napp.get('/', (q, r) => r.send(bcrypt.hashSync(q.p, 10)));\n",
        'bcrypt.hashSync(q.p, 10)',
        'hashSync',
      ),
    ).toBe("const bcrypt = require('bcrypt');\napp.get('/', async (q, r) => r.send(await bcrypt.hash(q.p, 10)));\n");
  });

  it.each([
    ["import fs from 'fs';\nconst found = files.map((file) => fs.readFileSync(file));\n", 'fs.readFileSync(file)', 'readFileSync'],
    ["import fs from 'fs';\nconst f = async () => fs.openSync('a');\n", "fs.openSync('a')", 'openSync'],
    [
      "import { execSync } from 'child_process';\nconst f = async () => execSync('df', { stdio: 'inherit' });\n",
      "execSync('df', { stdio: 'inherit' })",
      'execSync',
    ],
    ["import { spawnSync } from 'child_process';\nconst f = async () => spawnSync('df').status;\n", "spawnSync('df')", 'spawnSync'],
    ["import fs from 'fs';\nexport function version() {\n  return fs.readFileSync('v');\n}\n", "fs.readFileSync('v')", 'readFileSync'],
  ])('refuses %s', (before, call, member) => {
    expect(unblocked(before, call, member)).toBeUndefined();
  });
});

describe('removeProbeCall', () => {
  it('removes the statement with its line', () => {
    expect(removed('const live = async (q, r) => {\n  await db.ping();\n  r.end();\n};\n', 'db.ping()')).toBe(
      'const live = async (q, r) => {\n  r.end();\n};\n',
    );
  });

  it('keeps a comment and its neighbours', () => {
    expect(removed('async function live() { await db.ping(); return 1; }\n', 'db.ping()')).toBe('async function live() {  return 1; }\n');
    expect(removed('async function live() {\n  await db.ping(); // alive\n}\n', 'db.ping()')).toBe(
      'async function live() {\n   // alive\n}\n',
    );
  });

  it('refuses a result that is used and a branch without braces', () => {
    expect(removed('async function live() {\n  const ok = await db.ping();\n}\n', 'db.ping()')).toBeUndefined();
    expect(removed('async function live() {\n  if (a) await db.ping();\n}\n', 'db.ping()')).toBeUndefined();
  });
});
