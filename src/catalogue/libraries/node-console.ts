import { each } from '../members.js';
import type { Library } from '../shape.js';

const methods = each('log info warn error debug trace table dir group groupEnd time timeEnd timeLog assert count', { logs: true });

export const nodeConsole: Library = {
  name: 'node:console',
  manual: 'https://nodejs.org/docs/latest/api/console.html',
  verified: 'manual',
  globals: { console: { members: methods } },
  exports: { default: { members: methods }, ...methods },
  examples: [
    {
      code: `import http from 'node:http';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  console.info('stopping');
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
