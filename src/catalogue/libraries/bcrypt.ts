import { each } from '../members.js';
import type { Library } from '../shape.js';

/** The `Sync` functions compute for tens of milliseconds and more. From its manual. */
export const bcrypt: Library = {
  name: 'bcrypt',
  modules: ['bcrypt', 'bcryptjs'],
  manual: 'https://github.com/kelektiv/node.bcrypt.js#api',
  verified: 'manual',
  exports: {
    ...each('hashSync compareSync genSaltSync', { blocks: 'cpu' }),
    ...each('hash compare genSalt', { promise: true, calls: [{ at: 'last', role: 'completion' }] }),
  },
  examples: [
    {
      code: `import bcrypt from 'bcrypt';
import http from 'node:http';

const server = http.createServer(async (request, response) => {
  response.end(await bcrypt.hash('secret', 12));
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
