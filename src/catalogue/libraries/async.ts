import { each } from '../members.js';
import type { Callback, Library, Member } from '../shape.js';

const after: Callback = { at: 'last', role: 'completion' };

/** Functions of an array or an object, or the one that is called with each element. */
const tasks = (disposes: Member['disposes']): Member => ({
  ...(disposes !== undefined && { disposes }),
  calls: [{ at: 0, role: 'startup' }, { at: '0.*', role: 'startup' }, after],
});
const iterator = (at: number): Member => ({ disposes: true, calls: [{ at, role: 'startup' }, after] });

/** Each function has a callback that begins the next one: what is closed so is followed where the functions stand in a list. From its manual. */
export const async: Library = {
  name: 'async',
  manual: 'https://caolan.github.io/async/v3/docs.html#controlflow',
  verified: 'manual',
  exports: {
    ...each('series waterfall', tasks('series')),
    ...each('parallel', tasks('parallel')),
    ...each('parallelLimit tryEach race auto', tasks(true)),
    ...each('each eachSeries forEach forEachSeries eachOf eachOfSeries forEachOf forEachOfSeries', iterator(1)),
    ...each('nextTick setImmediate', { calls: [{ at: 0, role: 'now' }] }),
    ...each('eachLimit forEachLimit eachOfLimit forEachOfLimit', iterator(2)),
  },
  examples: [
    {
      code: `import async from 'async';
import http from 'node:http';

const server = http.createServer((request, response) => response.end('ok'));
async.series([
  (next) => setImmediate(next),
  (next) => server.listen(8080, next),
], (error) => console.log(error ?? 'up'));

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
