/** Programs that load what has not been compiled yet. */
import { table } from '../rules/table.js';

const server = `
  import http from 'node:http';
  export function start() {
    http.createServer((request, response) => response.end()).listen(3000); // ! missing
  }
`;

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'a program in front of its output',
      manifest: { type: 'commonjs', scripts: { start: 'node bin/run.js' } },
      files: {
        'bin/run.js': "require('../dist/server').start();\n",
        'src/server.ts': server,
        'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
      },
    },
    {
      name: 'the index of the output, loaded when it is needed, below a folder that is called like one',
      manifest: { type: 'commonjs', scripts: { start: 'node lib/run/index.js' } },
      files: {
        'lib/run/index.js': "import('./build/index.js').then(({ start }) => start());\n",
        'lib/run/src/index.ts': server,
      },
    },
  ],
  silent: [
    {
      name: 'an output without a source, and no output at all',
      manifest: { type: 'commonjs', scripts: { start: 'node run.js' } },
      files: {
        'run.js': "require('./dist/other').start();\nrequire('./made/server').start();\n",
        'src/server.ts': server.replace(' // ! missing', ''),
      },
    },
  ],
});
