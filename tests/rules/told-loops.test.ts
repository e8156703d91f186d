/** Workers that go round until a listener tells them to stop, and what they go on with then. */
import { table, type Case } from './table.js';

const TURN = `const { rows } = await pool.query('select 1');\nif (rows.length === 0) await sleep(1000);`;
const worker = (name: string, body: string, pool = 'const pool = new pg.Pool();'): Case => ({
  name,
  files: {
    'src/main.js': `
      import http from 'node:http';
      import { setTimeout as sleep } from 'node:timers/promises';
      import pg from 'pg';
      ${pool}
      ${body.replaceAll('TURN', TURN)}
    `,
  },
});
const FLAG = `let running = true;\nprocess.on('SIGTERM', () => { console.log('stopping'); running = false; });\n`;
const left = `const pool = new pg.Pool(); // ! unclosed`;
const HEALTH = `const health = http.createServer((req, res) => res.end()).listen(8080);\n`;

table('no-unclosed-resource', {
  reports: [
    {
      ...worker('nothing after the loop', `${FLAG}async function main() { while (running) { TURN } }\nmain();`, left),
      says: ['`pool` is never closed by the shutdown, so it keeps the process alive until it is killed.'],
    },
    {
      ...worker(
        'only after a failure',
        `${FLAG}async function main() { while (running) { TURN } }\nmain().catch(async () => { await pool.end(); process.exitCode = 1; });`,
        left,
      ),
    },
  ],
  silent: [
    worker('behind the loop', `${FLAG}async function main() { while (running) { TURN }\nawait pool.end(); }\nmain();`),
    worker('at the top of the module', `${FLAG}while (running) { TURN }\nawait pool.end();`),
    worker(
      'in the finalizer around it',
      `${FLAG}async function main() { try { while (running) { TURN } } finally { await pool.end(); } }\nmain();`,
    ),
    worker('where the loop was called', `${FLAG}async function loop() { while (running) { TURN } }\nawait loop();\nawait pool.end();`),
    worker('in then', `${FLAG}async function loop() { while (running) { TURN } }\nloop().then(() => pool.end());`),
    worker('in finally', `${FLAG}async function loop() { while (running) { TURN } }\nloop().finally(() => pool.end());`),
    worker('after a break', `${FLAG}async function loop() { for (;;) { if (!running) break; TURN }\nawait pool.end(); }\nloop();`),
    worker(
      'after a return',
      `${FLAG}async function loop() { while (true) { TURN\nif (!running) return; } }\nawait loop();\nawait pool.end();`,
    ),
    worker(
      'an abort signal',
      `const stopping = new AbortController();\nprocess.on('SIGTERM', () => stopping.abort());\nwhile (!stopping.signal.aborted) { TURN }\nawait pool.end();`,
    ),
    worker(
      'a field',
      `class Worker { stopped = false; stop() { this.stopped = true; } async run() { while (!this.stopped) { TURN } } }
      const worker = new Worker();\nprocess.on('SIGTERM', () => worker.stop());\nawait worker.run();\nawait pool.end();`,
    ),
    worker(
      'a server beside it',
      `${HEALTH}${FLAG}async function main() { while (running) { TURN }\nawait new Promise((resolve) => health.close(resolve));\nawait pool.end(); }\nmain();`,
    ),
    worker(
      'a state',
      `${HEALTH}const state = { stopping: false };\nprocess.on('SIGTERM', () => { state.stopping = true; });\nasync function main() { while (!state.stopping) { TURN }\nhealth.close();\nawait pool.end(); }\nmain();`,
    ),
  ],
});

const failing = worker;

table('no-swallowed-crash', {
  reports: [
    failing(
      'a loop that a listener ends',
      `${FLAG}async function main() { while (running) { TURN }\nawait pool.end(); }\nmain().catch((error) => console.error(error)); // ! start-up`,
    ),
    failing(
      'loops of tasks',
      `class Task { running = true; stop() { this.running = false; } async start() { while (this.running) { TURN } } }
      const tasks = [new Task(), new Task()];\nprocess.on('SIGTERM', () => tasks.forEach((task) => task.stop()));
      async function main() { await Promise.all(tasks.map((task) => task.start()));\nawait pool.end(); }
      main().catch((error) => console.error(error)); // ! start-up`,
    ),
  ],
  silent: [
    failing(
      'work that ends by itself',
      `async function main() { TURN\nawait pool.end(); }\nmain().catch((error) => console.error(error));`,
    ),
    failing(
      'pages of a task, which may be stopped',
      `${FLAG}async function main() { let more = true;\nwhile (more) { const { rows } = await pool.query('select 1'); more = rows.length > 0; }\nawait pool.end(); }\nmain().catch((error) => console.error(error));`,
    ),
    failing(
      'an end with an error',
      `${FLAG}async function main() { while (running) { TURN }\nawait pool.end(); }\nmain().catch((error) => { console.error(error); process.exit(1); });`,
    ),
  ],
});
