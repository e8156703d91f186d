import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Only wraps the handler; its command calls `close()` and exits at once. Read in `dist/src/bin/micro.js`. */
export const micro: Library = {
  name: 'micro',
  manual: 'https://github.com/vercel/micro#programmatic-use',
  verified: 'source',
  exports: {
    default: { returns: 0, calls: [{ at: 0, role: 'request', awaited: true }] },
    serve: { returns: 0, calls: [{ at: 0, role: 'request', awaited: true }] },
    ...each('json text buffer', { promise: true }),
    ...each('send createError', {}),
  },
  commands: [{ command: 'micro', signals: { handles: ['SIGINT', 'SIGTERM'], then: 'exit' } }],
  examples: [
    {
      code: `import http from 'node:http';
import { serve } from 'micro';

const server = new http.Server(serve(async () => 'ok'));
server.listen(3000);

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
