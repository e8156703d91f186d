import { table } from './table.js';

const serving = `
  import { spawn } from 'node:child_process';
  import http from 'node:http';
  const server = http.createServer((req, res) => {
    spawn('convert', ['-']).stdout.pipe(res);
  }).listen(3000);
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;
const alone = `
  import http from 'node:http';
  const server = http.createServer((req, res) => res.end()).listen(3000);
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;
const image = (base: string, command: string): string => `FROM ${base}\nWORKDIR /app\nCOPY . .\n${command}\n`;

table('require-init-process', {
  reports: [
    {
      name: 'Node.js as process 1',
      files: { 'src/main.js': serving, Dockerfile: image('node:22', 'CMD ["node", "src/main.js"] # ! orphans') },
    },
    {
      name: 'an entrypoint, another user',
      files: { 'src/main.js': serving, Dockerfile: image('node:22-alpine', 'USER node\nENTRYPOINT ["node", "src/main.js"] # ! orphans') },
    },
    {
      name: 'a helper in another module, a command of Compose',
      files: {
        'src/main.js': serving.replace("'node:child_process'", "'./run.js'").replace('{ spawn }', '{ spawn }'),
        'src/run.js': "import { execFile } from 'node:child_process';\nexport const spawn = (name, args) => execFile(name, args);",
        'base/Dockerfile': image('node:22', 'ENTRYPOINT ["tini", "--"]'),
        'docker-compose.yml': `
          services:
            api:
              image: node:22
              build: .
              command: node src/main.js # ! orphans
        `,
        Dockerfile: image('node:22', ''),
      },
    },
  ],
  silent: [
    {
      name: 'an init in the image or of the platform',
      files: {
        'src/main.js': serving,
        Dockerfile: image('node:22', 'ENTRYPOINT ["dumb-init", "--"]\nCMD ["node", "src/main.js"]'),
        'docker-compose.yml': 'services:\n  api:\n    build: .\n    init: true\n    entrypoint: []\n    command: node src/main.js\n',
      },
    },
    { name: 'a service that starts nothing', files: { 'src/main.js': alone, Dockerfile: image('node:22', 'CMD ["node", "src/main.js"]') } },
    { name: 'an image of something else', files: { 'src/main.js': serving, Dockerfile: image('nginx', 'CMD ["nginx"]') } },
  ],
});
