import { each } from '../members.js';
import type { Callback, Library } from '../shape.js';

const after: Callback = { at: 'last', role: 'completion' };

/** Each function has a callback that begins the next one, so what such a chain closes is not followed. Read in `lib/vasync.js`. */
export const vasync: Library = {
  name: 'vasync',
  manual: 'https://github.com/TritonDataCenter/node-vasync#readme',
  verified: 'source',
  exports: {
    ...each('pipeline parallel', { disposes: true, calls: [{ at: '0.funcs', role: 'startup' }, after] }),
    ...each('forEachPipeline forEachParallel', { disposes: true, calls: [{ at: '0.func', role: 'startup' }, after] }),
    ...each('waterfall tryEach', { disposes: true, calls: [{ at: 0, role: 'startup' }, after] }),
  },
  examples: [
    {
      code: `import http from 'node:http';
import vasync from 'vasync';

const server = http.createServer((request, response) => response.end('ok'));
vasync.pipeline({
  funcs: [
    (_, next) => setImmediate(next),
    (_, next) => server.listen(8080, next),
  ],
}, (error) => console.log(error ?? 'up'));

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'process.exit(0);',
    },
  ],
};
