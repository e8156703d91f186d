/** A guard of one step keeps nobody from the steps after it. */
import { table } from './table.js';

const head = `import http from 'node:http';
import pg from 'pg';
const pool = new pg.Pool();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);
let closing = false;
`;
const tail = `
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
`;
const cases = (texts: readonly string[]): readonly { name: string; files: Readonly<Record<string, string>> }[] =>
  texts.map((text) => ({ name: text, files: { 'src/main.js': `${head}${text}${tail}` } }));
const marked = (texts: readonly string[]): ReturnType<typeof cases> =>
  cases(texts).map(({ name, files }) => ({
    name,
    files: { 'src/main.js': (files['src/main.js'] ?? '').replace("('SIGINT', stop);", "('SIGINT', stop); // ! repeated") },
  }));

table('require-idempotent-shutdown', {
  at: /SIGINT/u,
  reports: marked([
    `async function stop() {
  if (server.listening) await new Promise((resolve) => server.close(resolve));
  await pool.end();
  process.exit(0);
}`,
    `async function stop() {
  if (!closing) {
    closing = true;
    await new Promise((resolve) => server.close(resolve));
  }
  await pool.end();
  process.exit(0);
}`,
  ]),
  silent: cases([
    `async function stop() {
  if (!server.listening) return;
  await new Promise((resolve) => server.close(resolve));
  await pool.end();
  process.exit(0);
}`,
    `async function stop() {
  if (!closing) {
    closing = true;
    await new Promise((resolve) => server.close(resolve));
    await pool.end();
    process.exit(0);
  }
}`,
    `let done;
async function stop() {
  if (done) {
    await done;
  } else {
    done = new Promise((resolve) => server.close(resolve));
    await done;
  }
  if (closing) return;
  closing = true;
  await pool.end();
  process.exit(0);
}`,
  ]),
});
