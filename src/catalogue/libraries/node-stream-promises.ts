import { each } from '../members.js';
import type { Library } from '../shape.js';

export const nodeStreamPromises: Library = {
  name: 'node:stream/promises',
  manual: 'https://nodejs.org/docs/latest/api/stream.html#streams-promises-api',
  verified: 'manual',
  exports: each('pipeline finished', { promise: true }),
  examples: [
    {
      code: `import { createServer } from 'node:http';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

const server = createServer(async (request, response) => {
  await pipeline(createReadStream('data.json'), response);
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
