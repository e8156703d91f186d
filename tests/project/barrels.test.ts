/** What one module passes on of another: whoever uses that starts, or closes, what stands two modules away. */
import { table } from '../rules/table.js';

const SERVER = `
  import express from 'express';
  export function start() {
    const app = express();
    return app.listen(3000); // ! missing
  }
`;
const REQUIRED = `
  const express = require('express');
  function start() {
    express().listen(3000); // ! missing
  }
  module.exports = { start };
`;
const ways: Readonly<Record<string, string>> = {
  'export from': `export { start } from './server.js';`,
  'export all': `export * from './server.js';`,
  'a name that is imported and exported': `import { start } from './server.js';\nexport { start };`,
  'beside other names': `import { start } from './server.js';\nimport { other } from './other.js';\nexport { start, other };`,
  'another name': `import { start as run } from './server.js';\nexport { run as start };`,
};
const files = (index: string): Readonly<Record<string, string>> => ({
  'src/server.js': SERVER,
  'src/other.js': 'export const other = 1;',
  'src/index.js': index,
  'src/main.js': `import { start } from './index.js';\nstart();`,
});

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    ...Object.entries(ways).map(([name, index]) => ({ name: `started through a module that passes it on: ${name}`, files: files(index) })),
    {
      name: 'started through two modules that pass it on',
      files: {
        ...files(`import { start } from './middle.js';\nexport { start };`),
        'src/middle.js': `import { start } from './server.js';\nexport { start };`,
      },
    },
    {
      name: 'a default export that is imported and exported by a name',
      files: {
        'src/server.js': SERVER.replace('function', 'default function'),
        'src/index.js': `import start from './server.js';\nexport { start };`,
        'src/main.js': `import { start } from './index.js';\nstart();`,
      },
    },
    {
      name: 'passed on by CommonJS',
      manifest: { type: 'commonjs' },
      files: {
        'src/server.js': REQUIRED,
        'src/index.js': `const { start } = require('./server.js');\nmodule.exports = { start };`,
        'src/main.js': `const { start } = require('./index.js');\nstart();`,
      },
    },
    {
      name: 'passed on as a property of a whole module',
      manifest: { type: 'commonjs' },
      files: {
        'src/server.js': REQUIRED,
        'src/index.js': `const server = require('./server.js');\nmodule.exports = { server };`,
        'src/main.js': `const { server } = require('./index.js');\nserver.start();`,
      },
    },
  ],
  silent: [
    {
      name: 'one that handles the signal behind such a module',
      files: {
        ...files(`import { start } from './server.js';\nimport { watch } from './watch.js';\nexport { start, watch };`),
        'src/server.js': SERVER.replace(' // ! missing', ''),
        'src/watch.js': `export function watch(server) {\n  process.once('SIGTERM', () => server.close(() => process.exit(0)));\n}`,
        'src/main.js': `import { start, watch } from './index.js';\nwatch(start());`,
      },
    },
    {
      name: 'what nobody starts',
      files: {
        ...files(`import { start } from './server.js';\nexport { start };`),
        'src/server.js': SERVER.replace(' // ! missing', ''),
        'src/main.js': `import { other } from './index.js';\nconsole.log(other);`,
      },
    },
  ],
});
