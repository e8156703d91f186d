import type { Library } from '../shape.js';

/** Measured: `close()` waits for the tasks, `destroy()` rejects them. */
export const piscina: Library = {
  name: 'piscina',
  manual: 'https://github.com/piscinajs/piscina#method-closeoptions',
  verified: 'measured',
  exports: { default: { returns: 'Piscina', opens: true }, Piscina: { returns: 'Piscina', opens: true } },
  types: {
    Piscina: {
      label: 'worker pool',
      kind: 'client',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:events#EventEmitter'],
      members: {
        close: { promise: true, closes: { style: 'promise', drains: true, forced: { at: '0.force', is: true } } },
        destroy: { promise: true, closes: { style: 'promise', drains: false, forced: true } },
        '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: true } },
        run: { promise: true, io: { timeout: ['1.signal'] } },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Piscina } from 'piscina';

const pool = new Piscina({ filename: './resize.js' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await pool.close(); // close
  process.exit(0);
});
`,
      opens: ['Piscina', 'node:http#Server'],
      live: true,
      notClosed: 'pool.close();',
    },
  ],
};
