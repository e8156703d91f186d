import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const parser: Member = { returns: 'Parser' };

/** A process runs the handler of one command. Read in `build/lib/command.js` and `yargs-factory.js` of 17.7. */
export const yargs: Library = {
  name: 'yargs',
  modules: ['yargs', 'yargs/yargs'],
  manual: 'https://yargs.js.org/docs/#api-reference-commandcmd-desc-builder-handler',
  verified: 'source',
  exports: { default: { is: 'Parser', ...parser } },
  types: {
    Parser: {
      label: 'command line',
      kind: 'value',
      call: parser,
      members: {
        command: {
          returns: 'this',
          command: [0, '0.command'],
          calls: [
            { at: '0.handler', role: 'startup', awaited: true },
            { at: 3, role: 'startup', awaited: true },
          ],
        },
        ...each('middleware option options positional demandCommand demandOption strict strictCommands help version usage scriptName', {
          returns: 'this',
        }),
        ...each('alias epilogue epilog example env config default describe recommendCommands showHelpOnFail wrap', { returns: 'this' }),
        parseAsync: { promise: true },
        ...each('parse parseSync argv', {}),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';

await yargs(hideBin(process.argv))
  .command('serve', 'Starts the server.', {}, ({ port }) => {
    const server = http.createServer((request, response) => response.end('ok'));
    process.once('SIGTERM', () => {
      setTimeout(() => process.exit(1), 10_000).unref();
      server.close(() => process.exit(0)); // close
      server.closeIdleConnections();
    });
    server.listen(port);
  })
  .command('migrate', 'Changes the schema.', {}, async () => {})
  .demandCommand(1)
  .parseAsync();
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'process.exit(0);',
    },
  ],
};
