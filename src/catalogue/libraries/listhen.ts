import type { Library } from '../shape.js';

/** Exits at once on signals, without a drain, unless `autoClose: false`. Read in `dist/shared/listhen.*.mjs`. */
export const listhen: Library = {
  name: 'listhen',
  manual: 'https://github.com/unjs/listhen#autoclose',
  verified: 'source',
  exports: {
    listen: {
      resolves: 'Listener',
      promise: true,
      opens: true,
      starts: true,
      signals: { handles: ['SIGINT', 'SIGTERM', 'SIGHUP'], if: { at: '1.autoClose', is: false, not: true }, then: 'exit' },
      calls: [{ at: 0, role: 'request', parameters: ['node:http#IncomingMessage', 'node:http#ServerResponse'] }],
    },
  },
  types: {
    Listener: {
      label: 'HTTP server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: { close: { promise: true, closes: { style: 'promise', drains: true } }, server: { is: 'node:http#Server' } },
    },
  },
  examples: [
    {
      code: `import { listen } from 'listhen';

let listener;
process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await listener?.close(); // close
  process.exit(0);
});
listener = await listen((request, response) => response.end('ok'), { autoClose: false });
`,
      opens: ['Listener'],
      live: true,
      notClosed: 'listener?.close();',
    },
  ],
};
