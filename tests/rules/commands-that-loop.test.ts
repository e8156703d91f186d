/** A program of several commands, of which one serves and another one polls in a loop. */
import { table, type Case } from './table.js';

const program = (name: string, work: string): Case => ({
  name,
  files: {
    'src/main.js': `
      import { program } from 'commander';
      import { serve } from './serve.js';
      import { work } from './work.js';

      program.command('serve').action(serve);
      program.command('work').action(work);
      program.parse();
    `,
    'src/serve.js': `
      import http from 'node:http';

      export function serve() {
        const server = http.createServer((request, response) => response.end('ok')).listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.close(() => process.exit(0));
        });
      }
    `,
    'src/work.js': `
      import { createClient } from 'redis';

      export async function work() {
        ${work}
      }
    `,
  },
});
const OPEN = 'const client = createClient();';
const TOLD = "let isStopping = false;\nprocess.once('SIGTERM', () => {\nisStopping = true;\n});\nawait client.connect();";

table('no-uninterruptible-loop', {
  silent: [
    program(
      'a loop that is told',
      `${OPEN}\n${TOLD}\nwhile (!isStopping) {\nconsole.log(await client.blPop('jobs', 5));\n}\nawait client.close();`,
    ),
  ],
});

table('no-unclosed-resource', {
  reports: [
    program(
      'behind a loop that is told',
      `${OPEN.replace(/$/u, ' // ! unclosed')}\n${TOLD}\nwhile (!isStopping) {\nconsole.log(await client.blPop('jobs', 5));\n}`,
    ),
  ],
  silent: [
    program(
      'what the shutdown of the other command does not know',
      `${OPEN}\n${TOLD}\nwhile (!isStopping) {\nconsole.log(await client.blPop('jobs', 5));\n}\nawait client.close();`,
    ),
  ],
});
