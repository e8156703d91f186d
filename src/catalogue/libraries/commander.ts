import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Each command is an object of its own, and a process runs the action of one. Read in `lib/command.js` of 9.5 and 14.0. */
export const commander: Library = {
  name: 'commander',
  manual: 'https://github.com/tj/commander.js#commands',
  verified: 'source',
  exports: {
    default: { is: 'Command' },
    program: { is: 'Command' },
    ...each('Command createCommand', { returns: 'Command', command: [0] }),
    ...each('Option Argument InvalidArgumentError CommanderError', {}),
  },
  types: {
    Command: {
      label: 'command',
      kind: 'value',
      members: {
        ...each('command Command', { returns: 'Command', command: [0] }),
        action: { returns: 'this', calls: [{ at: 0, role: 'startup' }] },
        ...each('parseAsync', { promise: true, resolves: 'this' }),
        ...each('hook parse addCommand argument arguments addArgument option requiredOption addOption allowUnknownOption', {
          returns: 'this',
        }),
        ...each('allowExcessArguments enablePositionalOptions passThroughOptions description summary', { returns: 'this' }),
        ...each('alias aliases usage name version addHelpText showHelpAfterError configureHelp configureOutput', { returns: 'this' }),
        ...each('opts optsWithGlobals getOptionValue', {}),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Command } from 'commander';

const program = new Command();
program
  .command('serve')
  .option('--port <port>')
  .action(({ port }) => {
    const server = http.createServer((request, response) => response.end('ok'));
    process.once('SIGTERM', () => {
      setTimeout(() => process.exit(1), 10_000).unref();
      server.close(() => process.exit(0)); // close
      server.closeIdleConnections();
    });
    server.listen(port);
  });
program.command('migrate').action(async () => {});
await program.parseAsync();
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'process.exit(0);',
    },
  ],
};
