/** What a helper opens for others, and commands that run to their end. */
import { type Case, table } from './table.js';

const service = (name: string, before: string): Case => ({
  name,
  files: {
    'src/main.js': `
import http from 'node:http';
import { promisify } from 'node:util';
import { exec, execFile, spawn } from 'node:child_process';
import pg from 'pg';
${before}
const server = http.createServer((req, res) => res.end()).listen(3000);
process.once('SIGTERM', () => server.close(() => process.exit(0)));
`,
  },
});
const unrepaired = (name: string, before: string): Case => ({ ...service(name, before), unrepaired: true });
const OPENS = 'const open = () => new pg.Pool();';
const OPEN = 'const open = () => new pg.Pool(); // ! unclosed';
const BY_WAY = 'const open = (url) => {\n  if (url) return new pg.Pool({ connectionString: url });\n  return new pg.Pool();\n};';
const USE = 'const migrate = async () => { const pool = open(); try { await pool.query("select 1"); } finally { await pool.end(); } };';

table('no-unclosed-resource', {
  reports: [
    unrepaired(
      'a helper whose pool nobody closes',
      `${OPEN}\nconst migrate = async () => { await open().query('select 1'); };\nawait migrate();`,
    ),
    service(
      'a helper for one who closes and one who does not',
      `${OPEN}\n${USE}\nawait migrate();\nconst lasting = open();\nawait lasting.query('select 1');`,
    ),
    unrepaired(
      'a close in a catch clause alone',
      `${OPEN}\nconst migrate = async () => { const pool = open(); try { await pool.query('select 1'); } catch { await pool.end(); } };\nawait migrate();`,
    ),
    service('a child that lasts', "const child = spawn('ffmpeg', ['-i', 'in']); // ! unclosed\nchild.stdout.resume();"),
  ],
  silent: [
    service('a helper for one who closes', `${OPENS}\n${USE}\nawait migrate();`),
    service('a helper with two ways to open', `${BY_WAY}\n${USE}\nawait migrate();`),
    service('a helper of a helper', `const first = () => new pg.Pool();\nconst open = () => first();\n${USE}\nawait migrate();`),
    service(
      'a command whose output is handed over',
      "execFile('python', ['--version'], { timeout: 2000 }, (error) => { if (error) console.warn('no python'); });",
    ),
    service('a command in a promise', "await promisify(exec)('git gc');"),
    service(
      'a command behind a helper with a callback',
      "const run = (file, args, options, done) => execFile(file, args, options, done);\nawait new Promise((resolve, reject) => { run('python', ['train'], {}, (error) => { if (error) reject(error); else resolve(); }); });",
    ),
  ],
});
