/** Primaries that end their workers and start each one again. */
import { table } from './table.js';

const worker = `http.createServer((request, response) => response.end('ok')).listen(3000);
  process.once('SIGTERM', () => process.exit(0));`;
const project = (primary: string): Readonly<Record<string, string>> => ({
  'src/main.js': `import cluster from 'node:cluster';
import http from 'node:http';
if (cluster.isPrimary) {
  cluster.fork();
${primary}
} else {
  ${worker}
}
`,
});
const cases = (texts: readonly string[]): readonly { name: string; files: Readonly<Record<string, string>> }[] =>
  texts.map((text) => ({ name: text, files: project(text) }));

const KILL = 'for (const worker of Object.values(cluster.workers)) worker.kill();';

table('no-inert-signal-listener', {
  at: /SIGTERM/u,
  reports: [
    ...cases([
      `cluster.on('exit', () => cluster.fork());
process.on('SIGTERM', () => { // ! revived
  ${KILL}
});`,
      `cluster.on('exit', (worker) => {
  console.error(worker.id);
  cluster.fork();
});
process.on('SIGTERM', () => { // ! revived
  for (const id in cluster.workers) cluster.workers[id].process.kill('SIGTERM');
});`,
    ]),
    {
      name: 'a listener of each worker',
      unrepaired: true,
      files: project(`function spawn() {
  const worker = cluster.fork();
  worker.on('exit', spawn);
}
spawn();
process.on('SIGTERM', () => { // ! revived
  cluster.disconnect();
});`),
    },
    {
      name: 'a primary that only writes to the log, whatever its workers do',
      files: project(`process.on('SIGTERM', () => { // ! inert
  console.log('SIGTERM');
});`),
    },
  ],
  silent: cases([
    `let stopping = false;
cluster.on('exit', () => {
  if (!stopping) cluster.fork();
});
process.on('SIGTERM', () => {
  stopping = true;
  ${KILL}
});`,
    `cluster.on('exit', (worker, code) => code === 0 || cluster.fork());
process.on('SIGTERM', () => {
  ${KILL}
});`,
    `cluster.on('exit', (worker) => {
  if (worker.exitedAfterDisconnect) return;
  cluster.fork();
});
process.on('SIGTERM', () => {
  ${KILL}
});`,
    `cluster.on('exit', () => cluster.fork());
process.on('SIGTERM', () => {
  ${KILL}
  setTimeout(() => process.exit(0), 5000);
});`,
    `cluster.on('exit', () => cluster.fork());
process.on('SIGTERM', () => {
  cluster.removeAllListeners('exit');
  ${KILL}
});`,
    `cluster.on('exit', () => cluster.fork());
process.on('SIGTERM', () => {
  cluster.on('exit', () => {
    if (Object.keys(cluster.workers).length === 0) process.exit(0);
  });
  ${KILL}
});`,
    `if (process.env.RESTART) cluster.on('exit', () => cluster.fork());
process.on('SIGTERM', () => {
  ${KILL}
});`,
    `cluster.on('exit', () => cluster.fork());
process.on('SIGTERM', () => {
  ${KILL}
});
process.on('SIGTERM', () => setTimeout(() => process.exit(0), 5000));`,
  ]),
});
