/** What migrates or fills a database ends by itself: no service. */
import { table } from './table.js';

const main = `
  import http from 'node:http';
  const server = http.createServer((request, response) => response.end('ok')).listen(3000);
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;
const manifest = {
  scripts: {
    start: 'node src/main.js',
    schema: 'knex migrate:latest',
    up: 'npm run schema && prisma db seed',
    both: 'npm run schema && npm start',
  },
};
const composed = (command: string): Readonly<Record<string, string>> => ({
  'src/main.js': main,
  Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"]\n',
  'docker-compose.yml': `services:\n  web:\n    build: .\n  other:\n    build: .\n    command: ${command}\n`,
});
const job = (command: string): Readonly<Record<string, string>> => ({
  'src/main.js': main,
  'job.yaml': `
    apiVersion: batch/v1
    kind: Job
    metadata: { name: migrate }
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: migrate
              image: shop
              command: ${command}
  `,
});

table('no-signal-swallowing-command', {
  at: /./u,
  reports: [
    {
      name: 'a migration before the service',
      manifest,
      files: composed('sh -c "npx knex migrate:latest && node src/main.js" # ! wrapped'),
    },
  ],
  silent: [
    'sh -c "npm install && npx knex migrate:latest"',
    'sh -c "npx knex migrate:latest && npx knex seed:run"',
    "sh -c 'npx prisma migrate deploy'",
    'npx sequelize-cli db:migrate',
    'npx typeorm migration:run -d dist/data-source.js',
    'npx drizzle-kit migrate',
    'npx node-pg-migrate up',
    'npx db-migrate up',
    'yarn knex migrate:latest',
    'pnpm exec knex --knexfile settings.js migrate:latest',
    'npm run schema',
    'npm run up',
    'sh -c "npm run up"',
  ]
    .map((command) => ({ name: command, manifest, files: composed(command) }))
    .concat([{ name: 'a job of a cluster', manifest, files: job('["sh", "-c", "npx prisma migrate deploy"]') }]),
});
