import { each } from '../members.js';
import type { Library } from '../shape.js';

/** A process runs one sub-command; a failure ends it with 1. Read in `dist/index.mjs` of 0.1.6 and 0.2.2. */
export const citty: Library = {
  name: 'citty',
  manual: 'https://github.com/unjs/citty#sub-commands',
  verified: 'source',
  exports: {
    defineCommand: {
      calls: [
        { at: '0.setup', role: 'startup', awaited: true },
        { at: '0.run', role: 'startup', awaited: true },
      ],
      returns: 0,
      command: ['0.meta.name'],
    },
    ...each('runMain runCommand', { promise: true }),
    createMain: {},
  },
  examples: [
    {
      code: `import http from 'node:http';
import { defineCommand, runMain } from 'citty';

const serve = defineCommand({
  meta: { name: 'serve' },
  run() {
    const server = http.createServer((request, response) => response.end('ok'));
    process.once('SIGTERM', () => {
      setTimeout(() => process.exit(1), 10_000).unref();
      server.close(() => process.exit(0)); // close
      server.closeIdleConnections();
    });
    server.listen(3000);
  },
});
const migrate = defineCommand({ meta: { name: 'migrate' }, async run() {} });

await runMain(defineCommand({ meta: { name: 'orders' }, subCommands: { serve, migrate } }));
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'process.exit(0);',
    },
  ],
};
