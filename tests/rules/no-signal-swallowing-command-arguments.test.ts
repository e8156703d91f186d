/** Entrypoint scripts that choose what they start by their first argument, and scripts of packages that are started by their path. */
import { table } from './table.js';

const main = `
  import http from 'node:http';
  const server = http.createServer((req, res) => res.end()).listen(3000);
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;
const image = (args: string): string => `FROM node:22\nWORKDIR /app\nCOPY . .\nENTRYPOINT ["/app/entrypoint.sh"]\nCMD ${args}\n`;
const npmStart = 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["npm", "start"]';

table('no-signal-swallowing-command', {
  reports: [
    {
      name: 'the way of a case that the argument of the image names, before what runs the other arguments',
      files: {
        'src/main.js': main,
        Dockerfile: image('["start-web"]'),
        'entrypoint.sh': `
          #!/bin/sh
          set -e
          COMMAND=$1 && shift 1
          case "$COMMAND" in
            'start-web' )
              echo "Starting"
              node src/main.js # ! script
              ;;
            'report' ) exec node src/report.js ;;
            * ) echo "Unknown command" ;;
          esac
          exec "$@"
        `,
      },
    },
    {
      name: 'the argument itself, and what meets every other',
      files: {
        'src/main.js': main,
        Dockerfile: image('["serve"]'),
        'entrypoint.sh': `
          #!/bin/bash
          case $1 in
            migrate|seed) exec npx knex "$@" ;;
            *) node src/main.js ;; # ! script
          esac
        `,
      },
    },
    {
      name: 'a program of the repository without an ending that a script of the package names by its path',
      manifest: { scripts: { start: './bin/serve' } },
      files: {
        'src/main.js': main,
        'bin/serve': "#!/usr/bin/env node\nimport('../src/main.js');\n",
        Dockerfile: `${npmStart} # ! manager\n`,
      },
    },
    {
      name: 'a shell script that a script of the package names by its path',
      manifest: { scripts: { start: './scripts/start.sh' } },
      files: { 'src/main.js': main, 'scripts/start.sh': '#!/bin/sh\nexec node src/main.js\n', Dockerfile: `${npmStart} # ! manager\n` },
    },
  ],
  silent: [
    {
      name: 'the way that is taken becomes the program',
      files: {
        'src/main.js': main,
        Dockerfile: image('["start-web"]'),
        'entrypoint.sh': `
          #!/bin/sh
          COMMAND=$1 && shift 1
          case "$COMMAND" in
            'start-web' ) exec node src/main.js ;;
            'report' ) node src/report.js ;;
          esac
          exec "$@"
        `,
      },
    },
    {
      name: 'arguments that are the program',
      files: {
        'src/main.js': main,
        Dockerfile: image('["node", "src/main.js"]'),
        'entrypoint.sh': `
          #!/bin/sh
          case "$1" in
            worker) node src/main.js ;;
          esac
          exec "$@"
        `,
      },
    },
    {
      name: 'a way that nobody knows to be taken',
      files: {
        'src/main.js': main,
        Dockerfile: image('["start"]'),
        'entrypoint.sh': `
          #!/bin/sh
          MODE=\${MODE:-web}
          if [ "$1" = worker ]; then MODE=worker; fi
          case "$MODE" in
            worker) node src/main.js ;;
            web) exec node src/main.js ;;
          esac
        `,
      },
    },
    {
      name: 'npm start of a program that is no Node.js',
      manifest: { scripts: { start: './bin/serve' } },
      files: {
        'src/main.js': main,
        'bin/serve': '#!/usr/bin/env python3\nprint(1)\n',
        Dockerfile: `FROM python:3\nCOPY . .\nCMD ["./bin/serve"]\n`,
      },
    },
  ],
});
