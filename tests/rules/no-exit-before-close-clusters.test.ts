/** A primary and its workers are processes of their own, wherever their code stands. */
import { table } from './table.js';

const PRIMARY = `
  import cluster from 'node:cluster';
  import express from 'express';
  cluster.fork();
  express().get('/metrics', (req, res) => res.send('1')).listen(8080);
  process.once('SIGTERM', () => {
    for (const worker of Object.values(cluster.workers)) worker.send('stop');
  });
`;
const WORKER = `
  process.on('SIGTERM', async () => {
    await drain();
    process.exit(0);
  });
  async function drain() {
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
`;
const CUT = WORKER.replace('process.exit(0);', 'process.exit(0); // ! open').replace('SIGTERM', 'SIGTERM');
const required = (text: string): string => text.replaceAll(/import (\w+) from '([\w:]+)';/gu, "const $1 = require('$2');");
const served = `import express from 'express';\nexpress().get('/orders', (req, res) => res.send('[]')).listen(3000);\n`;

table('no-exit-before-close', {
  reports: [
    {
      name: 'a worker that serves',
      files: {
        'src/main.js': `import cluster from 'node:cluster';\nif (cluster.isPrimary) await import('./primary.js');\nif (cluster.isWorker) await import('./worker.js');`,
        'src/primary.js': PRIMARY,
        'src/worker.js': served + CUT,
      },
    },
    {
      name: 'a module that both load',
      unrepaired: true,
      files: {
        'src/main.js': `import cluster from 'node:cluster';\nif (cluster.isPrimary) await import('./primary.js');\nelse await import('./worker.js');\nawait import('./common.js');`,
        'src/primary.js': PRIMARY.replace(/\\s*process.once[^]*$/u, ''),
        'src/worker.js': 'console.log("works");',
        'src/common.js': CUT,
      },
    },
  ],
  silent: [
    {
      name: 'a worker beside a primary that serves, each loaded under its own question',
      files: {
        'src/main.js': `import cluster from 'node:cluster';\nif (cluster.isPrimary) await import('./primary.js');\nif (cluster.isWorker) await import('./worker.js');`,
        'src/primary.js': PRIMARY,
        'src/worker.js': WORKER,
      },
    },
    {
      name: 'a worker that is required on the other side',
      manifest: { type: 'commonjs' },
      files: {
        'src/main.js': `const cluster = require('node:cluster');\nif (cluster.isMaster) {\n  require('./primary.js');\n} else {\n  require('./worker.js');\n}`,
        'src/primary.js': required(PRIMARY),
        'src/worker.js': required(WORKER),
      },
    },
    {
      name: 'what a module of the worker loads',
      files: {
        'src/main.js': `import cluster from 'node:cluster';\nif (cluster.isPrimary) await import('./primary.js');\nelse await import('./worker.js');`,
        'src/primary.js': PRIMARY,
        'src/worker.js': `import './draining.js';`,
        'src/draining.js': WORKER,
      },
    },
    {
      name: 'modules that refuse to run elsewhere',
      files: {
        'src/main.js': `import cluster from 'node:cluster';\nawait import(cluster.isPrimary ? './primary.js' : './worker.js');\nexport const both = () => [import('./primary.js'), import('./worker.js')];`,
        'src/primary.js': PRIMARY.replace('cluster.fork();', `if (!cluster.isPrimary) throw new Error('no primary');\ncluster.fork();`),
        'src/worker.js': `import cluster from 'node:cluster';\nif (!cluster.isWorker) throw new Error('no worker');\n${WORKER}`,
      },
    },
  ],
});
