import { table } from './table.js';

const main = `
  import http from 'node:http';
  const server = http.createServer((req, res) => res.end()).listen(3000);
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;
const scripts = (scripts: Readonly<Record<string, string>>): { readonly manifest: { readonly scripts: typeof scripts } } => ({
  manifest: { scripts },
});

table('no-signal-swallowing-command', {
  silent: [
    {
      name: 'the exec form',
      files: { 'src/main.js': main, Dockerfile: 'FROM node:22\nCMD ["node", "src/main.js"]\n' },
    },
    {
      name: 'exec in every place',
      ...scripts({ start: 'exec node src/main.js' }),
      files: {
        'src/main.js': main,
        'a/Dockerfile': 'FROM node:22\nCMD exec node src/main.js\n',
        'b/Dockerfile': 'FROM node:22\nCMD ["sh", "-c", "node migrate.js && exec node src/main.js"]\n',
        'entrypoint.sh': '#!/bin/sh\nset -e\nif [ "$1" = node ]; then npm run migrate; fi\nexec "$@"\n',
        'c/Dockerfile': 'FROM node:22\nCOPY entrypoint.sh /\nENTRYPOINT ["/entrypoint.sh"]\nCMD ["node", "src/main.js"]\n',
        Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["npm", "start"]\n',
      },
    },
    {
      name: 'SHELL, bash, other programs',
      files: {
        'src/main.js': main,
        'a/Dockerfile': 'FROM node:22\nSHELL ["/bin/bash", "-c"]\nCMD node src/main.js\n',
        'b/Dockerfile': 'FROM python:3\nCMD python app.py\n',
        'c/Dockerfile': 'FROM node:22\nCMD ["bash", "-c", "node src/main.js"]\n',
        'd/Dockerfile': 'FROM nginx\nCMD ./start.sh\n',
        'e/Dockerfile': 'FROM node:22\nRUN npm run build\n',
      },
    },
    {
      name: 'work at the code, tasks, Procfiles',
      ...scripts({ start: 'node src/main.js', dev: 'nodemon src/main.js', build: 'tsc' }),
      files: {
        'src/main.js': main,
        'Dockerfile.dev': 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD npm run dev\n',
        'docker-compose.dev.yml': 'services:\n  api:\n    build: .\n    command: npm run dev\n',
        Dockerfile: 'FROM node:22 AS dev\nCMD npm run dev\nFROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["npm", "run", "build"]\n',
        Procfile: 'web: npm start\n',
      },
    },
    {
      name: 'managers that wait',
      manifest: { packageManager: 'yarn@4.1.0', scripts: { start: 'node src/main.js' } },
      files: {
        'src/main.js': main,
        'a/Dockerfile': 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["pnpm", "start"]\n',
        Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["yarn", "start"]\n',
      },
    },
    {
      name: 'a script that answers signals, a stage that is not the last one',
      files: {
        'src/main.js': main,
        'start.sh': '#!/bin/bash\ntrap \'kill "$pid"; wait "$pid"\' TERM\nnode src/main.js &\npid=$!\nwait "$pid"\n',
        Dockerfile: 'FROM node:22 AS build\nCMD npm start\nFROM node:22\nCOPY . .\nCMD ["./start.sh"]\n',
      },
    },
    {
      name: 'scripts that wait until the service is gone',
      files: {
        'src/main.js': main,
        'a.sh': '#!/bin/sh\ntrap \'kill "$pid"\' TERM\nnode src/main.js &\npid=$!\nwait "$pid"\ntrap - TERM\nwait "$pid"\n',
        'b.sh': '#!/bin/sh\ntrap \'kill "$pid"\' TERM\nnode src/main.js &\npid=$!\nwhile kill -0 "$pid"; do wait "$pid"; done\n',
        'c.sh': '#!/bin/sh\nstop() { kill "$pid"; wait "$pid"; }\ntrap stop TERM\nnode src/main.js &\npid=$!\nwait "$pid"\n',
        'a/Dockerfile': 'FROM node:22\nCOPY . .\nCMD ["./a.sh"]\n',
        'b/Dockerfile': 'FROM node:22\nCOPY . .\nCMD ["./b.sh"]\n',
        'c/Dockerfile': 'FROM node:22\nCOPY . .\nCMD ["./c.sh"]\n',
      },
    },
    {
      name: 'nodemon where the service drains on SIGINT too',
      files: {
        'src/main.js': main.replace("process.on('SIGTERM'", "for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal"),
        Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["nodemon", "src/main.js"]\n',
      },
    },
    {
      name: 'texts that nobody can read',
      files: {
        'src/main.js': main,
        'a/Dockerfile': 'FROM node:22\nCMD $START\n',
        'b/Dockerfile': 'FROM node:22\nCMD ["sh", "-c", "if"]\n',
        'c/Dockerfile': 'FROM node:22\nCMD ["npm", "start"]\n',
        'docker-compose.yml': 'services:\n  api:\n    image: node:22\n    command: ${COMMAND}\n',
      },
    },
  ],
});
