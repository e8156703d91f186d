/** What the language itself is given it does not call: `JSON.stringify(closers)` closes nothing. */
import { table, type Case } from '../rules/table.js';

const service = (told: string, closing: string): string => `
import http from 'node:http';
import { Pool } from 'pg';
const pool = new Pool();
const server = http.createServer((request, response) => pool.query('select 1').then(() => response.end())).listen(3000);
const closers = [async () => { await pool.end(); }];
async function stop() {
  ${told}
  await new Promise((resolve) => server.close(resolve));
  ${closing}
}
process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 5000).unref();
  await stop();
  process.exit(0);
});
`;
const ALL = 'for (const close of closers) await close();';
const files = (told: string, closing = ''): Case['files'] => ({ 'src/main.js': service(told, closing) });
const unclosed = (told: string): Case['files'] => ({
  'src/main.js': service(`if (closers.length > 1) { ${told} }`, '').replace('new Pool();', 'new Pool(); // ! unclosed'),
});

table('no-unclosed-resource', {
  at: /new Pool/u,
  reports: ['JSON.stringify(closers);', 'Object.keys(closers);', "throw new Error('no', { cause: closers });", 'String(closers);'].map(
    (told) => ({ name: told, files: unclosed(told) }),
  ),
  silent: ['globalThis.register(closers);', 'closers.forEach((close) => close());'].map((told) => ({ name: told, files: files(told) })),
});

table('no-unawaited-close', {
  reports: [{ name: 'one that is called', files: files('pool.end(); // ! exit') }],
  silent: ['JSON.stringify(closers);', "console.log('closing', closers);", 'Object.values(closers);'].map((told) => ({
    name: told,
    files: files(told, ALL),
  })),
});
