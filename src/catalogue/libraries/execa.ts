import { each } from '../members.js';
import type { Library } from '../shape.js';

/** `execaSync` waits for the program and blocks everything. From its manual. */
export const execa: Library = {
  name: 'execa',
  modules: ['execa', 'cross-spawn'],
  manual: 'https://github.com/sindresorhus/execa/blob/main/docs/termination.md',
  verified: 'manual',
  exports: {
    execaSync: { blocks: 'io' },
    execaCommandSync: { blocks: 'io' },
    sync: { blocks: 'io' },
    ...each('execa execaCommand execaNode $ default', {
      promise: true,
      io: { timeout: ['1.timeout', '2.timeout', '1.cancelSignal', '2.cancelSignal'] },
    }),
  },
  examples: [
    {
      code: `import { execa } from 'execa';
import http from 'node:http';

const server = http.createServer(async (request, response) => {
  const { stdout } = await execa('git', ['rev-parse', 'HEAD'], { timeout: 500 });
  response.end(stdout);
}).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
