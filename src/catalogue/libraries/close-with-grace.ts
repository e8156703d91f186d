import type { Library, Member } from '../shape.js';

const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGILL', 'SIGTRAP', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGSEGV', 'SIGUSR2', 'SIGTERM'];
const install: Member = {
  returns: 'Grace',
  opens: false,
  signals: { handles: SIGNALS, then: 'exit', idempotent: true, deadline: 10_000, deadlineAt: '0.delay' },
  calls: [{ at: 'last', role: 'shutdown', awaited: true, done: 1 }],
};

/** Measured; read in `index.js`: `delay` is 10,000 ms by default; exits with 0, with 1 on an error, at the deadline and at a second signal. Handles fatal errors too. */
export const closeWithGrace: Library = {
  name: 'close-with-grace',
  manual: 'https://github.com/mcollina/close-with-grace#api',
  verified: 'measured',
  exports: { default: install, closeWithGrace: install },
  types: { Grace: { label: 'close-with-grace', kind: 'helper', members: { close: {}, uninstall: {} } } },
  examples: [
    {
      code: `import http from 'node:http';
import closeWithGrace from 'close-with-grace';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
closeWithGrace({ delay: 8000 }, async () => {
  await new Promise((resolve) => server.close(resolve)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'await server.close();',
    },
  ],
};
