import type { Library } from '../shape.js';

/** The primary forwards signals and gives the workers `grace`, 5000 ms by default; each worker has its own listeners to write. Read in `lib/throng.js`. */
export const throng: Library = {
  name: 'throng',
  manual: 'https://github.com/hunterloftis/throng#use',
  verified: 'source',
  exports: {
    default: {
      promise: true,
      calls: [
        { at: 0, role: 'startup', awaited: true, done: 1 },
        { at: '0.worker', role: 'startup', awaited: true, done: 1 },
        { at: '0.master', role: 'startup', awaited: true },
      ],
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import throng from 'throng';

throng((id, disconnect) => {
  const server = http.createServer((request, response) => response.end('ok')).listen(3000);
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    server.close(() => disconnect()); // close
  });
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
