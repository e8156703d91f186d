/** Threads, tools and services: what a process is that signals reach. */
import { js, table } from '../rules/table.js';

const work = `
  const { parentPort } = require('worker_threads');
  const { Worker } = require('bullmq');
  const worker = new Worker('submit', async (job) => job.data, {});
`;
const told = `
  parentPort.on('message', async (message) => {
    if (message === 'close') {
      await worker.close();
      process.exit(0);
    }
  });
`;
const threads = `
  const http = require('node:http');
  const path = require('node:path');
  const { Worker } = require('node:worker_threads');
  const server = http.createServer((req, res) => res.end()).listen(3000);
  const thread = new Worker(path.join(__dirname, 'workers', 'plain.js'));
  process.on('SIGTERM', () => {
    thread.postMessage('close');
    server.close(() => process.exit(0));
  });
`;

table('require-sigterm-listener', {
  at: /Worker|listen/u,
  reports: [
    {
      name: 'a file that runs as a thread and by itself',
      manifest: { type: 'commonjs' },
      files: {
        'main.js': `
        const { isMainThread, parentPort, Worker } = require('worker_threads');
        const http = require('node:http');
        if (isMainThread) {
          new Worker(require.resolve('./main.js'));
          http.createServer((req, res) => res.end()).listen(3000); // ! missing
        } else {
          parentPort.postMessage('up');
        }
      `,
      },
    },
    {
      name: 'a thread that a script starts as a process',
      manifest: { type: 'commonjs', scripts: { start: 'node workers/submit.js' } },
      files: { 'workers/submit.js': work.replace('{});', '{}); // ! missing') },
    },
  ],
  silent: [
    {
      name: 'threads, found by what they read and by whoever starts them',
      manifest: { type: 'commonjs', scripts: { start: 'node server.js' } },
      files: {
        'server.js': threads,
        'workers/submit.js': work + told,
        'workers/plain.js': `
        const { Worker } = require('bullmq');
        module.exports = new Worker('mail', async (job) => job.data, {});
      `,
      },
    },
    {
      name: 'a thread beside the module that starts it',
      files: {
        'src/main.js': `
        import { Worker } from 'node:worker_threads';
        const thread = new Worker(new URL('./metrics.js', import.meta.url));
        process.on('SIGTERM', () => thread.terminate());
      `,
        'src/metrics.js': `
        import http from 'node:http';
        http.createServer((req, res) => res.end()).listen(9090);
      `,
      },
    },
    {
      name: 'a command that serves',
      manifest: { bin: { preview: './preview.js' } },
      files: {
        'preview.js': `
        import http from 'node:http';
        http.createServer((req, res) => res.end()).listen(3000);
      `,
      },
    },
  ],
});

table('no-exit-before-close', {
  at: /process\.exit/u,
  reports: [
    {
      name: 'a service that is started as a command',
      manifest: { main: 'index.js', bin: { functions: './main.js' } },
      files: {
        'index.js': `export const register = () => {};`,
        'main.js': `
        #!/usr/bin/env node
        import http from 'node:http';
        http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => process.exit()); // ! open
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a command that is only interrupted',
      manifest: { bin: { preview: './main.js' } },
      files: {
        'main.js': `
        #!/usr/bin/env node
        import http from 'node:http';
        http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGINT', () => process.exit());
      `,
      },
    },
  ],
});

const agent = `
  #!/usr/bin/env node
  process.on('unhandledRejection', (reason) => { console.log(reason); }); // ! lives-on
  process.once('SIGTERM', () => { stop(); });
  for (const name of process.argv.slice(2)) new (await import(name)).default().start();
  function stop() { setTimeout(() => process.exit(0), 500); }
`;

table('no-swallowed-crash', {
  at: /process\.on/u,
  reports: [
    {
      name: 'a file with a hashbang that the start script runs',
      manifest: { scripts: { start: 'node main.js' } },
      files: { 'main.js': agent },
    },
    {
      name: 'a module of it, in a package with a command',
      manifest: { bin: { agent: './main.js' }, scripts: { start: './main.js' } },
      files: { 'main.js': `#!/usr/bin/env node\nimport './agent.js';`, 'agent.js': agent.replace('#!/usr/bin/env node\n', '') },
    },
  ],
  silent: [
    { name: 'a tool', files: { 'main.js': agent.replace(/ *\/\/ !.*/u, '') } },
    {
      name: 'a tool that a script runs for its authors',
      manifest: { scripts: { check: 'node main.js' } },
      files: { 'main.js': agent.replace(/ *\/\/ !.*/u, '') },
    },
    { name: 'a service that ends', files: js`process.on('unhandledRejection', (reason) => { console.error(reason); process.exit(1); });` },
  ],
});

const watching = `
  const { context } = require('esbuild');
  const http = require('node:http');
  const front = http.createServer((req, res) => res.end());
  context({}).then((built) => built.watch()).then(() => front.listen(8080));
`;
const stopping = (mark: string): string => `
  process.on('SIGTERM', async () => {${mark}
    await new Promise((resolve) => front.close(resolve));
    process.exit(0);
  });
`;
const production = "require('node:http').createServer((req, res) => res.end()).listen(3000);\n";

table('require-shutdown-deadline', {
  reports: [
    {
      name: 'a service that the package has no other script for than one for work at the code',
      manifest: { type: 'commonjs', scripts: { dev: 'node --watch src/server.js' } },
      files: { 'src/server.js': watching + stopping(' // ! unbounded') },
    },
    {
      name: 'one that production starts as well',
      manifest: { type: 'commonjs', scripts: { dev: 'node --watch src/server.js', start: 'node src/server.js' } },
      files: { 'src/server.js': watching + stopping(' // ! unbounded') },
    },
  ],
  silent: [
    {
      name: 'what is started for work at the code alone, beside what production starts',
      manifest: { type: 'commonjs', scripts: { dev: 'node dev-server.js', start: 'node src/server.js' } },
      files: { 'dev-server.js': `require('./dev-stop.js');\n`, 'dev-stop.js': watching + stopping(''), 'src/server.js': production },
    },
  ],
});
