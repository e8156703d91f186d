/** Files that are programs themselves: the system starts Node.js for them. */
import { table } from './table.js';

const program = `#!/usr/bin/env node
const http = require('node:http');
const server = http.createServer((req, res) => res.end()).listen(3000);
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;
const manifest = { scripts: { start: './bin/server.js' } };
const built = 'FROM node:22\nWORKDIR /app\nCOPY . .\n';

table('no-signal-swallowing-command', {
  reports: [
    {
      name: 'npm in front of a script that is a program',
      manifest,
      files: { 'bin/server.js': program, Dockerfile: `${built}CMD ["npm", "start"] # ! manager\n` },
    },
    {
      name: 'the shell form',
      files: {
        'bin/server.js': program,
        'bin/www': program,
        Dockerfile: `${built}CMD ./bin/server.js # ! shellForm\n`,
        'b/Dockerfile': `${built}CMD ./bin/www --port 3000 # ! shellForm\n`,
      },
    },
    {
      name: 'a script of a package that a variable names',
      unrepaired: true,
      manifest: { scripts: { 'start:core': 'node core.js' } },
      files: { 'core.js': program, Dockerfile: `${built}ARG PART\nENV PART $PART\nCMD yarn run start:\${PART} # ! shellForm\n` },
      says: [
        'A shell runs `yarn run …` and waits for it, so SIGTERM never reaches the service, which is killed when the grace period ends.',
      ],
    },
  ],
  silent: [
    {
      name: 'the program alone, with an extension and without',
      files: {
        'bin/server.js': program,
        'bin/www': program,
        Dockerfile: `${built}CMD ["./bin/server.js"]\n`,
        'b/Dockerfile': `${built}ENTRYPOINT ["/app/bin/www"]\n`,
      },
    },
    {
      name: 'programs in other languages',
      files: {
        'bin/server.js': program,
        'bin/run': '#!/usr/bin/env python3\nprint(1)\n',
        Dockerfile: `${built}CMD ./bin/run\n`,
        'b/Dockerfile': `${built}CMD server.js\n`,
      },
    },
  ],
});
