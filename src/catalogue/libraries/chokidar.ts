import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured: holds the process unless `persistent: false`. */
export const chokidar: Library = {
  name: 'chokidar',
  manual: 'https://github.com/paulmillr/chokidar#methods--events',
  verified: 'measured',
  exports: {
    default: { members: { watch: { returns: 'FSWatcher', opens: true } } },
    watch: { returns: 'FSWatcher', opens: true },
    FSWatcher: { returns: 'FSWatcher', opens: true },
  },
  types: {
    FSWatcher: {
      label: 'file watcher',
      kind: 'watcher',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: { close: { promise: true, closes: { style: 'promise', drains: false } }, ...each('add unwatch', { returns: 'this' }) },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import chokidar from 'chokidar';

const watcher = chokidar.watch('config');
watcher.on('change', (path) => console.log(path));
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await watcher.close(); // close
  process.exit(0);
});
`,
      opens: ['FSWatcher', 'node:http#Server'],
      live: true,
      notClosed: 'watcher.close();',
    },
  ],
};
