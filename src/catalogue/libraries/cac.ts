import { each } from '../members.js';
import type { Library } from '../shape.js';

/** A process runs the action of one command. Read in `dist/index.mjs` of 6.7. */
export const cac: Library = {
  name: 'cac',
  manual: 'https://github.com/cacjs/cac#command-specific-options',
  verified: 'source',
  exports: { default: { returns: 'CAC' }, cac: { returns: 'CAC' }, CAC: { returns: 'CAC' } },
  types: {
    CAC: {
      label: 'command line',
      kind: 'value',
      members: {
        command: { returns: 'Command', command: [0] },
        ...each('usage option help version example', { returns: 'this' }),
        ...each('parse outputHelp outputVersion', {}),
        runMatchedCommand: {},
      },
    },
    Command: {
      label: 'command',
      kind: 'value',
      members: {
        action: { returns: 'this', calls: [{ at: 0, role: 'startup' }] },
        ...each('usage allowUnknownOptions ignoreOptionDefaultValue version example option alias', { returns: 'this' }),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { cac } from 'cac';

const cli = cac('orders');
cli.command('serve', 'Starts the server').action(({ port }) => {
  const server = http.createServer((request, response) => response.end('ok'));
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    server.close(() => process.exit(0)); // close
    server.closeIdleConnections();
  });
  server.listen(port);
});
cli.command('migrate', 'Changes the schema').action(async () => {});
cli.parse();
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'process.exit(0);',
    },
  ],
};
