import { table } from './table.js';

const server = (rest: string): string => `
  import http from 'node:http';
  const server = http.createServer((req, res) => res.end()).listen(3000, () => {
    ${rest}
  });
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.close(() => process.exit(0)));
`;

table('require-ready-message', {
  reports: [
    {
      name: 'an ecosystem file in CommonJS',
      files: {
        'src/main.js': server(''),
        'ecosystem.config.cjs': `
          module.exports = {
            apps: [
              {
                name: 'api',
                script: './src/main.js',
                wait_ready: true, // ! silent
              },
            ],
          };
        `,
      },
    },
    {
      name: 'JSON and YAML, compiled code, another message',
      files: {
        'src/main.ts': server("process.send?.({ type: 'listening' });"),
        'ecosystem.config.json': '{\n  "apps": [{\n    "script": "dist/main.js",\n    "wait_ready": true # ! silent\n  }]\n}',
        'deploy/process.yml': 'apps:\n  - script: ../dist/main.js\n    wait_ready: true # ! silent\n',
      },
    },
    {
      name: 'a constant, an ES module',
      files: {
        'src/main.js': server(''),
        'ecosystem.config.mjs': `
          const app = {
            script: 'src/main.js',
            wait_ready: true, // ! silent
          };
          export default { apps: [app] };
        `,
      },
    },
  ],
  silent: [
    {
      name: 'an app that says so',
      files: {
        'src/main.js': server("if (process.send) process.send('ready');"),
        'ecosystem.config.cjs': "module.exports = { apps: [{ script: 'src/main.js', wait_ready: true }] };",
      },
    },
    {
      name: 'a helper that says so, by a name for the message',
      files: {
        'src/main.js': server('ready();').replace("'node:http';", "'node:http';\n  import { ready } from './ready.js';"),
        'src/ready.js': "const MESSAGE = 'ready';\nexport const ready = () => process.send?.(MESSAGE);",
        'ecosystem.config.json': '{ "apps": [{ "script": "src/main.js", "wait_ready": true }] }',
      },
    },
    {
      name: 'no waiting, an unknown script, a value that is not known',
      files: {
        'src/main.js': server(''),
        'ecosystem.config.cjs': `
          module.exports = {
            apps: [
              { script: 'src/main.js' },
              { script: 'src/main.js', wait_ready: false },
              { script: 'src/main.js', wait_ready: process.env.WAIT === '1' },
              { script: 'elsewhere.js', wait_ready: true },
              { script: 'src/main.js', interpreter: 'python3', wait_ready: true },
            ],
          };
        `,
      },
    },
  ],
});
