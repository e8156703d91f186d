import { table } from './table.js';

const server = (seconds: string, signals = "'SIGTERM', 'SIGINT'"): string => `
  import http from 'node:http';
  const server = http.createServer((req, res) => res.end()).listen(3000);
  for (const signal of [${signals}]) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), ${seconds}).unref();
      server.close(() => process.exit(0));
    });
  }
`;
const task = (containers: string, more = ''): string =>
  `{\n  "family": "api",${more}\n  "containerDefinitions": [\n    ${containers}\n  ]\n}\n`;
const image = 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"]\n';

table('require-grace-period-budget', {
  reports: [
    {
      name: 'Compose: ten seconds, unless it is told otherwise',
      files: {
        'src/main.js': server('20_000'),
        Dockerfile: image,
        'docker-compose.yml': `
          services:
            api: # ! platform
              build: .
              ports: ["3000:3000"]
            slow:
              build: .
              stop_grace_period: 15s # ! platform
        `,
      },
    },
    {
      name: 'PM2: 1.6 seconds',
      files: {
        'src/main.js': server('5000'),
        'ecosystem.config.cjs': `
          module.exports = {
            apps: [
              { name: 'api', script: 'src/main.js' }, // ! platform
              {
                name: 'other',
                script: './src/main.js',
                kill_timeout: 3000, // ! platform
              },
            ],
          };
        `,
        'ecosystem.config.json': '{\n  "apps": [{\n    "script": "src/main.js" # ! platform\n  }]\n}',
      },
    },
    {
      name: 'systemd: 90 seconds, or what is set',
      files: {
        'src/main.js': server('120_000'),
        'a/app.service': '[Unit]\nDescription=x\n[Service]\nExecStart=/usr/bin/node /srv/src/main.js # ! platform\n',
        'b/app.service': '[Service]\nExecStart=/usr/bin/node /srv/src/main.js\nTimeoutStopSec=1min # ! platform\n',
      },
    },
    {
      name: 'ECS: thirty seconds, or what is set',
      files: {
        'src/main.js': server('60_000'),
        Dockerfile: image,
        'package.json': '{ "name": "api", "type": "module" }',
        'a/task-definition.json': task(`{
      "name": "api", // ! platform
      "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.0.0"
    }`),
        'b/task-definition.json': task(`{
      "name": "web",
      "image": "registry.example/shop/api",
      "stopTimeout": 45 // ! platform
    }`),
        'template.yaml': `
          Resources:
            Task:
              Type: AWS::ECS::TaskDefinition
              Properties:
                RequiresCompatibilities: [FARGATE]
                ContainerDefinitions:
                  - Name: api # ! platform
                    Image: !Sub '\${AWS::AccountId}.dkr.ecr.eu-west-1.amazonaws.com/api:latest'
        `,
      },
    },
    {
      name: 'ECS: the only image for the only container that is built here',
      files: {
        'src/main.js': server('60_000'),
        Dockerfile: image,
        'task-definition.json': task(`{ "name": "datadog-agent", "image": "public.ecr.aws/datadog/agent:7" },
    {
      "name": "web", // ! platform
      "image": "<IMAGE1_NAME>"
    }`),
      },
    },
    {
      name: 'ECS: more than it can wait',
      unrepaired: true,
      files: {
        'src/main.js': server('150_000'),
        Dockerfile: image,
        'task-definition.json': task(`{
      "name": "web",
      "image": "web",
      "stopTimeout": 120 // ! platform
    }`),
      },
    },
  ],
  silent: [
    {
      name: 'tasks that wait long enough, or for which nothing is known',
      files: {
        'src/main.js': server('60_000'),
        Dockerfile: image,
        'package.json': '{ "name": "api", "type": "module" }',
        'a/task-definition.json': task('{ "name": "api", "image": "api", "stopTimeout": 90 }'),
        'b/task-definition.json': task('{ "name": "api", "image": "api" }', ' "requiresCompatibilities": ["EC2"],'),
        'c/task-definition.json': task('{ "name": "other", "image": "registry.example/other" }'),
        'd/task-definition.json': task('{ "name": "api", "image": "api", "command": ["node", "src/worker.js"] }'),
        'template.yaml': `
          Resources:
            Task:
              Properties:
                ContainerDefinitions: [{ Name: api, Image: api, StopTimeout: !Ref Seconds }]
        `,
      },
    },
    {
      name: 'platforms that wait long enough',
      files: {
        'src/main.js': server('5000'),
        Dockerfile: image,
        'docker-compose.yml': 'services:\n  api:\n    build: .\n  slow:\n    build: .\n    stop_grace_period: 1m\n',
        'ecosystem.config.cjs': "module.exports = { apps: [{ script: 'src/main.js', kill_timeout: 8000 }] };",
        'app.service': '[Service]\nExecStart=/usr/bin/node /srv/src/main.js\nTimeoutStopSec=infinity\n',
      },
    },
    {
      name: 'Compose files for work at the code and for tests',
      files: {
        'src/main.js': server('20_000'),
        Dockerfile: image,
        'docker-compose.dev.yml': 'services:\n  api:\n    build: .\n    stop_grace_period: 2s\n',
        'docker-compose.override.yml': 'services:\n  api:\n    build: .\n    stop_grace_period: 2s\n',
        'tests/compose.yaml': 'services:\n  api:\n    build: ..\n    stop_grace_period: 2s\n',
      },
    },
    {
      name: 'times that are not known',
      files: {
        'src/main.js': server('Number(process.env.DEADLINE)'),
        Dockerfile: image,
        'docker-compose.yml': 'services:\n  api:\n    build: .\n    stop_grace_period: ${GRACE}\n  db:\n    image: postgres\n',
        'ecosystem.config.cjs':
          "module.exports = { apps: [{ script: 'src/main.js', kill_timeout: Number(process.env.KILL) }, { ...{ kill_timeout: 9000 }, script: 'src/main.js' }] };",
        'docker-compose.dev.yml': 'services:\n  api:\n    build: .\n',
      },
    },
  ],
});
