/** What follows a wait for a signal is a shutdown, wherever the wait is written. */
import { dedented } from '../dedented.js';
import { type Case, table } from './table.js';

const main = (text: string): Case['files'] => ({ 'src/main.js': text });

const SERVICE = dedented(`
  import http from 'node:http';
  import { on, once } from 'node:events';
  import { Pool } from 'pg';
  import { pEvent } from 'p-event';
  const pool = new Pool(); // ! unclosed
  const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end()));
`);
const CLOSED = 'await new Promise((resolve) => server.close(resolve));';
const SILENT = SERVICE.replace(' // ! unclosed', '');

const WAITS: Readonly<Record<string, string>> = {
  once: `await once(process, 'SIGTERM');`,
  'once, by name': `const [signal] = await once(process, 'SIGTERM');\nconsole.log(signal);`,
  'p-event': `const signal = await pEvent(process, 'SIGTERM');`,
  'a promise': `await new Promise((resolve) => process.once('SIGTERM', resolve));`,
  'a promise, in a variable': `const stopped = new Promise((resolve) => process.once('SIGTERM', resolve));\nawait stopped;`,
  'a promise, settled in listeners': `await new Promise((resolve) => {
    process.on('SIGTERM', () => resolve());
    process.on('SIGINT', () => resolve());
  });`,
  'a promise, in a loop': `await new Promise((resolve) => { for (const name of ['SIGTERM', 'SIGINT']) process.once(name, resolve); });`,
  'a race': `await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);`,
  'an iterator that is left': `for await (const _ of on(process, 'SIGTERM')) break;`,
};

const helper = dedented(`
  export function waitForSignal() {
    return new Promise((resolve) => {
      process.once('SIGTERM', resolve);
      process.once('SIGINT', resolve);
    });
  }
`);
const asyncHelper = dedented(`
  import { once } from 'node:events';
  export async function waitForSignal() {
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  }
`);
const helped = (service: string, rest: string): string =>
  `import { waitForSignal } from './wait.js';\n${service}async function main() {\nserver.listen(80);\nawait waitForSignal();\n${rest}\n}\nmain();\n`;
const inMain = (service: string, rest: string, call = 'main();'): Case['files'] =>
  main(`${service}async function main() {\nserver.listen(80);\nawait once(process, 'SIGTERM');\n${rest}\n}\n${call}\n`);

table('no-unclosed-resource', {
  at: /^(?:new )?[\w.]+\(/u,
  reports: [
    ...Object.entries(WAITS).flatMap(([name, wait]) => [
      { name: `after a wait at the top: ${name}`, files: main(`${SERVICE}server.listen(80);\n${wait}\n${CLOSED}\n`) },
      {
        name: `after a wait in a function: ${name}`,
        files: main(`${SERVICE}async function main() {\nserver.listen(80);\n${wait}\n${CLOSED}\n}\nmain();\n`),
      },
    ]),
    { name: 'after a helper of another module', files: { 'src/main.js': helped(SERVICE, CLOSED), 'src/wait.js': helper } },
    { name: 'after a helper that waits itself', files: { 'src/main.js': helped(SERVICE, CLOSED), 'src/wait.js': asyncHelper } },
    {
      name: 'in the body of the iterator',
      files: main(`${SERVICE}server.listen(80);\nfor await (const [signal] of on(process, 'SIGTERM')) {\n${CLOSED}\n}\n`),
    },
    {
      name: 'in a method',
      files: main(
        `${SERVICE}class App {\nasync run() {\nserver.listen(80);\nawait once(process, 'SIGTERM');\n${CLOSED}\n}\n}\nawait new App().run();\n`,
      ),
    },
  ],
  silent: [
    ...Object.entries(WAITS).map(([name, wait]) => ({
      name: `closed after a wait: ${name}`,
      files: main(`${SILENT}server.listen(80);\n${wait}\n${CLOSED}\nawait pool.end();\n`),
    })),
    { name: 'closed after a helper', files: { 'src/main.js': helped(SILENT, `${CLOSED}\nawait pool.end();`), 'src/wait.js': helper } },
    { name: 'closed when the function is over: then', files: inMain(SILENT, CLOSED, 'main().then(() => pool.end());') },
    {
      name: 'closed when the function is over: finally',
      files: inMain(SILENT, CLOSED, 'main().finally(async () => { await pool.end(); });'),
    },
    { name: 'closed when the function is over: await', files: inMain(SILENT, CLOSED, 'await main();\nawait pool.end();') },
    {
      name: 'closed in a finalizer around it',
      files: inMain(SILENT, CLOSED, 'async function go() { try { await main(); } finally { await pool.end(); } }\ngo();'),
    },
  ],
});

table('no-exit-before-close', {
  at: /^process\.exit\(/u,
  reports: [
    {
      name: 'after a wait for a signal',
      files: inMain(SILENT, 'server.close();\nprocess.exit(0); // ! pending'),
    },
  ],
  silent: [{ name: 'closed after a wait for a signal', files: inMain(SILENT, `${CLOSED}\nawait pool.end();\nprocess.exit(0);`) }],
});

table('no-inert-signal-listener', {
  at: /^once\(/u,
  reports: [
    {
      name: 'nothing follows the wait',
      files: main(`${SILENT}server.listen(80);\nawait once(process, 'SIGTERM'); // ! inert\nconsole.log('bye');\n`),
    },
  ],
  silent: [
    { name: 'the caller ends the process', files: inMain(SILENT, `console.log('bye');`, 'main().then(() => process.exit(0));') },
    { name: 'the rest of the caller ends the process', files: inMain(SILENT, `console.log('bye');`, 'await main();\nprocess.exit(0);') },
  ],
});
