/** What Compose files build for work at the code, and what they run of others. */
import { table } from './table.js';

const main = `
  import http from 'node:http';
  const server = http.createServer((req, res) => res.end()).listen(3000);
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;
const stages = (production: string): string =>
  `FROM node:22 AS development\nWORKDIR /app\nCOPY . .\nCMD ["npm", "run", "watch"]\n\nFROM node:22 AS production\nWORKDIR /app\nCOPY . .\nCMD ${production}\n`;
const service = (build: string, command: string): string => `services:\n  web:\n    build: ${build}\n    command: ${command}\n`;
const scripts = { watch: 'nodemon src/main.js', start: 'node src/main.js' };

table('no-signal-swallowing-command', {
  reports: [
    {
      name: 'the stage that production runs',
      manifest: { scripts },
      files: {
        'src/main.js': main,
        Dockerfile: stages('["npm", "start"] # ! manager'),
        'docker-compose.audit.yml': service('{ context: ., target: development }', 'npm run watch'),
      },
    },
    {
      name: 'a command on a stage of no such name',
      manifest: { scripts },
      files: {
        'src/main.js': main,
        Dockerfile: stages('["node", "src/main.js"]'),
        'docker-compose.yml': service('{ context: ., target: production }', 'npm start # ! manager'),
      },
    },
  ],
  silent: [
    {
      name: 'a Compose file that builds the stage for development',
      manifest: { scripts },
      files: {
        'src/main.js': main,
        Dockerfile: stages('["node", "src/main.js"]'),
        'docker-compose.audit.yml': service('{ context: ., target: development }', 'npm run watch'),
        'docker-compose.yml': service('{ context: ., target: production }', 'node src/main.js'),
      },
    },
    {
      name: 'an image of others that is started by a script with the name of the one of Node.js',
      files: {
        'src/main.js': main,
        'docker-compose.yml':
          "services:\n  redis:\n    image: redis:7.4-bookworm\n    command: [sh, -c, 'docker-entrypoint.sh --requirepass $${PASSWORD} --loglevel warning']\n",
      },
    },
  ],
});
