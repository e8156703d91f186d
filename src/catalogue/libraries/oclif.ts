import { each } from '../members.js';
import type { Library } from '../shape.js';

/** It finds the classes of commands by their folder, makes an object and calls its methods. Read in `src/command.ts` of `@oclif/core` 4. */
export const oclif: Library = {
  name: '@oclif/core',
  modules: ['@oclif/core', '@oclif/command'],
  manual: 'https://oclif.io/docs/commands',
  verified: 'source',
  exports: {
    Command: { returns: 'Command' },
    default: { returns: 'Command' },
    ...each('Args Flags ux Errors', {}),
    ...each('execute run handle flush', { promise: true }),
  },
  types: {
    Command: {
      label: 'command',
      kind: 'value',
      program: ['init', 'run', 'catch', 'finally'],
      members: {
        ...each('log warn logToStderr', { logs: true }),
        ...each('init run parse catch finally', { promise: true }),
      },
    },
  },
  examples: [
    {
      file: 'src/commands/start.ts',
      typescript: true,
      code: `import http from 'node:http';
import { Command } from '@oclif/core';

export default class Start extends Command {
  async run(): Promise<void> {
    const server = http.createServer((request, response) => response.end('ok'));
    process.once('SIGTERM', () => {
      setTimeout(() => process.exit(1), 10_000).unref();
      server.close(() => process.exit(0)); // close
      server.closeIdleConnections();
    });
    server.listen(3000);
  }
}
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'process.exit(0);',
    },
  ],
};
