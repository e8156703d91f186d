import type { Library } from '../shape.js';

export const nodeUtil: Library = {
  name: 'node:util',
  manual: 'https://nodejs.org/docs/latest/api/util.html#utilpromisifyoriginal',
  verified: 'measured',
  exports: { promisify: { promisifies: 0 }, callbackify: {}, inspect: {}, format: {} },
  examples: [
    {
      code: `import http from 'node:http';
import { promisify } from 'node:util';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
const close = promisify(server.close.bind(server));

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await close(); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'close();',
    },
  ],
};
