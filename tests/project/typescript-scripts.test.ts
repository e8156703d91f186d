/** Start scripts that name a file of TypeScript, which a loader runs as it is. */
import { dedented } from '../dedented.js';
import { table } from '../rules/table.js';

const api = `
  import http from 'node:http';
  export const answer = (): string => 'ok';
  http.createServer((request, response) => response.end(answer())).listen(3000);
`;
const all = `
  import { answer } from './api.ts';
  console.log(answer());
`;

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'a file that another one imports',
      manifest: { scripts: { start: 'tsx src/api.ts', check: 'tsx src/all.ts' } },
      files: { 'src/api.ts': api.replace('listen(3000);', 'listen(3000); // ! missing'), 'src/all.ts': all },
    },
    {
      name: 'a file that looks like a tool, and that the start script runs',
      manifest: { scripts: { start: 'node src/api.ts' } },
      files: { 'src/api.ts': `#!/usr/bin/env node\n${dedented(api).replace('listen(3000);', 'listen(3000); // ! missing')}` },
    },
    {
      name: 'a file that is named without its ending',
      manifest: { scripts: { start: 'ts-node src/api' } },
      files: { 'src/api.ts': api.replace('listen(3000);', 'listen(3000); // ! missing') },
    },
  ],
  silent: [
    {
      name: 'what a module does that is loaded before',
      manifest: { scripts: { start: 'node --import ./src/stopping.ts src/api.ts' } },
      files: {
        'src/stopping.ts': `
        process.once('SIGTERM', () => setTimeout(() => process.exit(0), 5000));
      `,
        'src/api.ts': api,
      },
    },
  ],
});
