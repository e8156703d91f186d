import { deployment, shop } from './cluster.js';
import { table } from './table.js';

const serving = (listener: string): string => `
  import http from 'node:http';
  const server = http.createServer((req, res) => res.end()).listen(3000);
  ${listener}
`;
const drains = serving("process.on('SIGTERM', () => server.close(() => process.exit(0)));");
const drainsOnBoth = serving("for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.close(() => process.exit(0)));");
const deaf = serving('');

table('no-unhandled-stop-signal', {
  reports: [
    {
      name: 'a stop signal that nobody listens for',
      files: {
        'src/main.js': drains,
        Dockerfile: 'FROM node:22\nCOPY . .\nSTOPSIGNAL SIGQUIT # ! unhandled\nCMD ["node", "src/main.js"]\n',
      },
    },
    {
      name: 'a stop signal of an earlier stage, by its number',
      files: {
        'src/main.js': drains,
        Dockerfile: 'FROM node:22 AS base\nSTOPSIGNAL 2 # ! unhandled\nFROM base\nCOPY . .\nCMD ["node", "src/main.js"]\n',
      },
    },
    {
      name: 'SIGKILL, whoever runs',
      files: {
        'a/Dockerfile': 'FROM node:22\nSTOPSIGNAL SIGKILL # ! kill\nCMD ["node", "unseen.js"]\n',
        'docker-compose.yml': 'services:\n  api:\n    build: a\n    stop_signal: KILL # ! kill\n',
        'app.service': '[Service]\nExecStart=/usr/bin/node /srv/unseen.js\nKillSignal=SIGKILL # ! kill\n',
      },
    },
    {
      name: 'process 1 that does not listen',
      files: { 'src/main.js': deaf, Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"] # ! processOne\n' },
    },
    {
      name: 'process 1 that does not listen, started by exec, as another user, with an entrypoint',
      files: {
        'src/main.js': deaf,
        Dockerfile: 'FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nUSER node\nENTRYPOINT ["node"]\nCMD ["src/main.js"] # ! processOne\n',
        'b/Dockerfile': 'FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nUSER node\nCMD exec node src/main.js # ! processOne\n',
      },
    },
    {
      name: 'compiled code, and a command of Compose',
      files: {
        'src/main.ts': deaf,
        'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
        Dockerfile:
          'FROM node:22 AS build\nWORKDIR /src\nCOPY . .\nFROM node:22\nWORKDIR /app\nCOPY --from=build /src/dist ./dist\nCMD ["node", "dist/main.js"] # ! processOne\n',
        'docker-compose.yml': 'services:\n  api:\n    build: .\n    command: node dist/main # ! processOne\n',
      },
    },
    {
      name: 'folders that the build of a workspace makes of its packages, which leave out their `src`',
      files: {
        'apps/api/src/main.ts': deaf,
        'apps/api/Dockerfile': 'FROM node:22\nWORKDIR /app\nCOPY dist/apps/api api\nCMD ["node", "api"] # ! processOne\n',
        'apps/mail/src/main.ts': deaf,
        'apps/mail/Dockerfile': 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "dist/apps/mail/main.js"] # ! processOne\n',
        'apps/shop/src/main.ts': deaf,
        'apps/shop/Dockerfile': 'FROM node:22\nWORKDIR /app\nCOPY dist .\nCMD ["node", "main"] # ! processOne\n',
      },
    },
    {
      name: 'a signal of Compose and of systemd',
      files: {
        'src/main.js': drains,
        Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"]\n',
        'docker-compose.yml': 'services:\n  api:\n    build: .\n    stop_signal: SIGINT # ! unhandled\n',
        'deploy/app.service':
          '[Service]\nWorkingDirectory=/srv/app\nExecStart=/usr/bin/node --enable-source-maps src/main.js\nKillSignal=SIGINT # ! unhandled\n',
      },
    },
    {
      name: 'pm2-runtime in an image',
      files: { 'src/main.js': drains, Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["pm2-runtime", "src/main.js"] # ! pm2\n' },
    },
    {
      name: 'an app of an ecosystem file, which nothing in that file can repair',
      unrepaired: true,
      files: { 'src/main.js': drains, 'ecosystem.config.json': '{\n  "apps": [{\n    "script": "src/main.js" # ! pm2\n  }]\n}' },
    },
    {
      name: 'a signal of Kubernetes',
      files: shop(deployment({ pod: 'os: { name: linux }', container: 'lifecycle:\n  stopSignal: SIGINT # ! unhandled' })),
    },
    {
      name: 'a unit that is stopped without a signal',
      files: {
        'src/main.js': drains,
        'app.service': '[Service]\nExecStart=/usr/bin/node /srv/src/main.js\nKillMode=none # ! unsent\n',
      },
    },
  ],
  silent: [
    {
      name: 'another module of a folder that the build makes, and a folder that it makes of something else',
      files: {
        'apps/api/src/main.ts': deaf,
        'apps/api/Dockerfile': 'FROM node:22\nWORKDIR /app\nCOPY dist/apps/api api\nCMD ["node", "api/worker.js"]\n',
        'apps/mail/src/main.ts': deaf,
        'apps/mail/Dockerfile': 'FROM node:22\nWORKDIR /app\nCOPY dist/apps/web web\nCMD ["node", "web"]\n',
      },
    },
    {
      name: 'a signal of Kubernetes that the service handles',
      files: shop(
        deployment({ pod: 'os: { name: linux }', container: 'lifecycle:\n  stopSignal: SIGINT' }),
        "for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.close(() => process.exit(0)));",
      ),
    },
    {
      name: 'units that are told to stop',
      files: {
        'src/main.js': drains,
        'a/app.service':
          '[Service]\nExecStart=/usr/bin/node /srv/src/main.js\nExecStop=/usr/bin/curl http://localhost/stop\nKillMode=none\n',
        'b/app.service': '[Service]\nExecStart=/usr/bin/node /srv/src/main.js\nKillMode=mixed\n',
        'c/app.service': '[Service]\nExecStart=/usr/bin/python /srv/main.py\nKillMode=none\n',
      },
    },
    {
      name: 'what the service listens for',
      files: {
        'src/main.js': drainsOnBoth,
        Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nSTOPSIGNAL SIGINT\nCMD ["node", "src/main.js"]\n',
        'docker-compose.yml': 'services:\n  api:\n    build: .\n    stop_signal: SIGTERM\n',
        'ecosystem.config.json': '{ "apps": [{ "script": "src/main.js" }] }',
      },
    },
    {
      name: 'an init in front',
      files: {
        'src/main.js': deaf,
        'a/Dockerfile': 'FROM node:22\nWORKDIR /app\nCOPY . .\nENTRYPOINT ["tini", "--"]\nCMD ["node", "src/main.js"]\n',
        'docker-compose.yml': 'services:\n  api:\n    build: a\n    init: true\n    command: node src/main.js\n',
        'app.service': '[Service]\nExecStart=/usr/bin/node /srv/src/main.js\n',
      },
    },
    {
      name: 'an image for another process, code that is not seen, a variable',
      files: {
        'src/main.js': drains,
        'src/migrate.js': 'console.log(1);',
        'a/Dockerfile': 'FROM node:22\nCOPY . .\nCMD ["node", "src/migrate.js"]\n',
        'b/Dockerfile': 'FROM node:22\nSTOPSIGNAL SIGINT\nCMD ["node", "elsewhere.js"]\n',
        'c/Dockerfile': 'FROM node:22\nARG SIGNAL\nCOPY . .\nSTOPSIGNAL $SIGNAL\nCMD ["node", "src/main.js"]\n',
        'd/Dockerfile': 'FROM node:22\n',
      },
    },
    {
      name: 'a listener in a library',
      files: {
        'src/main.js': `
          import fastify from 'fastify';
          import closeWithGrace from 'close-with-grace';
          const app = fastify();
          closeWithGrace(async () => app.close());
          await app.listen({ port: 3000 });
        `,
        Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"]\n',
        'ecosystem.config.cjs': "module.exports = { apps: [{ script: 'src/main.js' }] };",
      },
    },
    {
      name: 'PM2 that is told otherwise',
      files: {
        'src/main.js': drains,
        Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nENV PM2_KILL_SIGNAL=SIGTERM\nCMD ["pm2-runtime", "src/main.js"]\n',
        'ecosystem.config.json': '{ "apps": [{ "script": "src/main.js", "shutdown_with_message": true }] }',
      },
    },
  ],
});
