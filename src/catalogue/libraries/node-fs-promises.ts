import { each } from '../members.js';
import type { Library } from '../shape.js';

const FUNCTIONS =
  'access chmod chown copyFile lstat mkdir mkdtemp opendir readdir readFile readlink realpath rename rmdir stat symlink truncate unlink utimes';
const IN_TURNS = 'appendFile cp rm writeFile';

export const nodeFsPromises: Library = {
  name: 'node:fs/promises',
  manual: 'https://nodejs.org/docs/latest/api/fs.html#promises-api',
  verified: 'manual',
  exports: {
    ...each(FUNCTIONS, { promise: true }),
    ...each(IN_TURNS, { promise: true, turns: true }),
    open: { resolves: 'FileHandle', opens: true },
    watch: { abort: '1.signal' },
  },
  types: {
    FileHandle: {
      label: 'file',
      kind: 'value',
      members: each('close @@asyncDispose', { promise: true, closes: { style: 'promise', drains: true } }),
    },
  },
  examples: [
    {
      code: `import { open } from 'node:fs/promises';
import http from 'node:http';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);

let journal;
process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await journal?.close(); // close
  process.exit(0);
});
journal = await open('journal.log', 'a');
`,
      opens: ['node:http#Server', 'FileHandle'],
      live: true,
      notClosed: 'journal?.close();',
    },
  ],
};
