/** Which modules start a process: what commands of manifests and scripts say of them. */
import { table } from '../rules/table.js';

const SERVER = `import http from 'node:http';
http.createServer((request, response) => response.end()).listen(3000);
`;
const UNHANDLED = SERVER.replace(/\n$/u, ' // ! missing\n');
/** By itself it is a tool: somebody starts it by hand. */
const TOOL = `#!/usr/bin/env node\n${SERVER}`;
const STARTED = `#!/usr/bin/env node\n${UNHANDLED}`;
const IMAGE = 'FROM node:22\nWORKDIR /app\nCOPY . .\n';
const POD = `apiVersion: apps/v1
kind: KIND
metadata:
  name: serve
spec:
  selector:
    matchLabels:
      app: serve
  template:
    metadata:
      labels:
        app: serve
    spec:
      containers:
        - name: serve
          image: acme/service
          command: ["node", "bin/serve.js"]
`;

table('require-sigterm-listener', {
  at: /./su,
  reports: [
    { name: 'a tool that an image starts', files: { Dockerfile: `${IMAGE}CMD ["node", "bin/serve.js"]\n`, 'bin/serve.js': STARTED } },
    {
      name: 'the source of what an image starts',
      files: {
        Dockerfile: `FROM node:22 AS build
WORKDIR /build
COPY . .
RUN npm ci && npm run build
FROM node:22-slim
WORKDIR /app
COPY --from=build /build/dist ./dist
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["dist/serve.js"]
`,
        'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
        'src/serve.ts': STARTED,
      },
      manifest: { bin: 'dist/serve.js' },
    },
    {
      name: 'a tool that an image with a name after a hyphen starts',
      files: { 'Dockerfile-jobs': `${IMAGE}CMD ["node", "bin/serve.js"]\n`, 'bin/serve.js': STARTED },
    },
    {
      name: 'a tool that an image with a name after an underscore starts',
      files: { Dockerfile_worker: `${IMAGE}CMD ["node", "bin/serve.js"]\n`, 'bin/serve.js': STARTED },
    },
    {
      name: 'a tool that a Procfile starts',
      files: {
        Procfile: 'release: node tasks/migrate.js\nweb: NODE_ENV=production node bin/serve.js --port $PORT\n',
        'bin/serve.js': STARTED,
      },
    },
    {
      name: 'a tool that PM2 starts',
      files: {
        'ecosystem.config.cjs': "module.exports = { apps: [{ name: 'serve', script: './bin/serve.js' }] };\n",
        'bin/serve.js': STARTED,
      },
    },
    {
      name: 'a tool that systemd starts',
      files: {
        'deploy/serve.service': '[Service]\nWorkingDirectory=/srv/app\nExecStart=/usr/bin/node /srv/app/bin/serve.js\n',
        'bin/serve.js': STARTED,
      },
    },
    {
      name: 'a tool that Compose starts',
      files: {
        'compose.yaml': 'services:\n  serve:\n    build: .\n    command: node bin/serve.js\n',
        Dockerfile: `${IMAGE}CMD ["node", "-e", "0"]\n`,
        'bin/serve.js': STARTED,
      },
    },
    {
      name: 'a tool that Kubernetes starts',
      files: {
        'k8s/serve.yaml': POD.replace('KIND', 'Deployment'),
        Dockerfile: `${IMAGE}CMD ["node", "-e", "0"]\n`,
        'bin/serve.js': STARTED,
      },
    },
    {
      name: 'a task by its script that an image starts nevertheless',
      files: { Dockerfile: `${IMAGE}CMD ["node", "src/serve.js"]\n`, 'src/serve.js': UNHANDLED },
      manifest: { scripts: { 'test:serve': 'node src/serve.js' } },
    },
    {
      name: 'a server of the database, by a script of its own',
      files: { 'src/serve.js': UNHANDLED },
      manifest: { scripts: { 'serve:db': 'node src/serve.js', 'db:migrate': 'node src/migrate.js' } },
    },
    {
      name: 'the only script that starts it, by its name for work at the code',
      files: { 'src/serve.js': UNHANDLED },
      manifest: { scripts: { dev: 'nodemon src/serve.js' } },
    },
    {
      name: 'a module that is named for work at the code, in a Procfile',
      files: { 'src/dev.js': UNHANDLED, Procfile: 'web: node src/dev.js\n' },
      manifest: { scripts: { dev: 'nodemon src/dev.js' } },
    },
    {
      name: 'what a script for work at the code starts, where the one of production cannot be followed',
      files: { 'src/serve.js': UNHANDLED },
      manifest: { scripts: { dev: 'nodemon src/serve.js', start: 'node bundle/all.js' } },
    },
    {
      name: 'a module of both production and work at the code',
      files: { 'src/serve.js': UNHANDLED },
      manifest: { scripts: { dev: 'nodemon src/serve.js', start: 'node src/serve.js' } },
    },
    {
      name: 'what production starts, beside what is for work at the code',
      files: { 'src/serve.js': UNHANDLED, 'src/dev.js': SERVER },
      manifest: { scripts: { 'start:dev': 'node --watch src/dev.js', start: 'node src/serve.js' } },
    },
    {
      name: 'a program without an extension, as the Express generator makes it',
      files: {
        'app.js': "import express from 'express';\nexport default express();\n",
        'bin/www':
          "#!/usr/bin/env node\nimport http from 'node:http';\nimport app from '../app.js';\nhttp.createServer(app).listen(3000); // ! missing\n",
      },
      manifest: { scripts: { start: 'node ./bin/www' } },
    },
  ],
  silent: [
    {
      name: 'a program without an extension whose application shuts it down',
      files: {
        'app.js': `
        import express from 'express';
        export const app = express();
        export const life = {};
        process.once('SIGTERM', () => life.server.close(() => process.exit(0)));
      `,
        'bin/www': "#!/usr/bin/env node\nimport { app, life } from '../app.js';\nlife.server = app.listen(3000);\n",
      },
      manifest: { scripts: { start: 'node ./bin/www' } },
    },
    { name: 'a program of the shell', files: { 'bin/serve': '#!/bin/sh\nexec node server.js\n', 'src/empty.js': '' } },
    {
      name: 'what a script loads before it, though an image starts it without',
      files: {
        Dockerfile: `${IMAGE}CMD ["node", "src/serve.js"]\n`,
        'src/serve.js': SERVER,
        'src/signals.js': "process.once('SIGTERM', () => process.exit(0));\n",
      },
      manifest: { scripts: { start: 'node --import ./src/signals.js src/serve.js' } },
    },
    {
      name: 'modules outside of the repository, and none',
      files: {
        Dockerfile: `${IMAGE}CMD ["node", "../../silent/3/bin/serve.js"]\n`,
        Procfile: 'web: node ../3/bin/serve.js\nworker: node\nother: node -e 0\nloop: npm run loop\n',
        'bin/serve.js': TOOL,
      },
      manifest: { scripts: { loop: 'npm run loop' } },
    },
    { name: 'a tool that nothing starts', files: { 'bin/serve.js': TOOL } },
    {
      name: 'a tool that an image for tests starts',
      files: { 'Dockerfile.test': `${IMAGE}CMD ["node", "bin/serve.js"]\n`, 'bin/serve.js': TOOL },
    },
    {
      name: 'a tool that an image for development starts',
      files: { 'Dockerfile-dev': `${IMAGE}CMD ["node", "bin/serve.js"]\n`, 'bin/serve.js': TOOL },
    },
    {
      name: 'a tool that a Job starts',
      files: {
        'k8s/serve.yaml': POD.replace('KIND', 'Job').replace('apps/v1', 'batch/v1'),
        Dockerfile: `${IMAGE}CMD ["node", "-e", "0"]\n`,
        'bin/serve.js': TOOL,
      },
    },
    {
      name: 'a module that only a script for tests starts',
      files: { 'src/api.js': SERVER },
      manifest: { scripts: { 'test:server': 'node src/api.js' } },
    },
    {
      name: 'a module that only the release of a Procfile starts',
      files: { Procfile: 'release: node src/upgrade.js\n', 'src/upgrade.js': SERVER },
    },
    {
      name: 'a module for work at the code, beside a script of production',
      files: { 'src/dev.js': SERVER, 'src/main.js': "console.log('nothing to stop');\n" },
      manifest: { scripts: { dev: 'nodemon src/dev.js', start: 'node src/main.js' } },
    },
    {
      name: 'a module for work at the code, by its name, beside what others use',
      files: { 'src/dev.js': SERVER, 'src/index.js': "export { createServer } from 'node:http';\n" },
      manifest: { main: 'src/index.js', scripts: { dev: 'tsx watch src/dev.js' } },
    },
    {
      name: 'a module for work at the code, by its name alone',
      files: { 'src/app.js': SERVER, 'src/server.dev.js': "import './app.js';\n" },
      manifest: { scripts: { 'start:dev': 'nodemon src/server.dev.js', build: 'tsc' } },
    },
    {
      name: 'a server for work at the code, beside a module that a bundler makes the service of',
      files: { 'dev-server.mjs': SERVER, 'src/start.js': "console.log('nothing to stop');\n" },
      manifest: { scripts: { dev: 'NODE_ENV=development node dev-server.mjs', 'cypress:dev-server': 'node dev-server.mjs' } },
    },
    {
      name: 'stand-ins for other services, beside the one that production starts',
      files: {
        'stub.js': SERVER,
        'src/start.js': "console.log('nothing to stop');\n",
        'docker/mock-server/index.js': SERVER,
        'api-tests/server.js': SERVER,
        'manual-migrations/server.js': SERVER,
        'src/mockHttpServer/server.js': SERVER,
      },
      manifest: { scripts: { 'stub-provider': 'node stub.js', start: 'node src/start.js' } },
    },
    {
      name: 'a package that stands in for another service',
      files: { 'mock-backend/package.json': '{ "name": "backend" }', 'mock-backend/main.js': SERVER, 'web/README.md': 'A page.' },
    },
    {
      name: 'a module for work at the code, beside a command of production',
      files: {
        'src/dev.js': SERVER,
        'src/main.js': "console.log('nothing to stop');\n",
        Dockerfile: `${IMAGE}CMD ["node", "src/main.js"]\n`,
      },
      manifest: { scripts: { 'start:dev': 'tsx watch src/dev.js' } },
    },
  ],
});
