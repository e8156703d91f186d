/** Folders of scripts hold services as well: what the start script starts, with nothing that production does not install, is one. */
import { table } from '../rules/table.js';

const serving = (report: string): string => `
  import http from 'node:http';
  const server = http.createServer((request, response) => response.end('ok'));
  server.listen(3000);${report}
`;
const missing = serving(' // ! missing');
const handled = `${serving('')}process.once('SIGTERM', () => server.close(() => process.exit(0)));\n`;

const ways = (
  text: string,
): readonly { name: string; manifest: Readonly<Record<string, unknown>>; files: Readonly<Record<string, string>> }[] => [
  { name: 'a server', manifest: { scripts: { start: 'node scripts/server.js' } }, files: { 'scripts/server.js': text } },
  { name: 'a worker', manifest: { scripts: { worker: 'node tools/worker.js' } }, files: { 'tools/worker.js': text } },
  {
    name: 'a server of a process manager',
    manifest: { scripts: { 'start:prod': 'NODE_ENV=production pm2-runtime scripts/server.js' } },
    files: { 'scripts/server.js': text },
  },
  { name: 'a server below', manifest: { scripts: { start: 'node server/scripts/www' } }, files: { 'server/scripts/www.js': text } },
];

table('require-sigterm-listener', {
  at: /listen/u,
  reports: ways(missing),
  silent: [
    ...ways(handled),
    {
      name: 'another script beside the service',
      manifest: { scripts: { start: 'node src/main.js' } },
      files: { 'scripts/server.js': serving(''), 'src/main.js': handled },
    },
    {
      name: 'a script that shows documents',
      manifest: { scripts: { start: 'node src/main.js', docs: 'node scripts/docs.js', serve: 'node scripts/serve.js' } },
      files: { 'scripts/docs.js': serving(''), 'scripts/serve.js': serving(''), 'src/main.js': handled },
    },
    {
      name: 'a development server',
      files: {
        'package.json': JSON.stringify({
          type: 'module',
          scripts: { start: 'node scripts/start.js' },
          dependencies: { express: '^5.0.0' },
          devDependencies: { 'webpack-dev-middleware': '^7.0.0' },
        }),
        'scripts/start.js': `
          import express from 'express';
          import { middleware } from './middleware.js';
          const app = express();
          app.use(middleware);
          app.listen(3000);
        `,
        'scripts/middleware.js': `
          import dev from 'webpack-dev-middleware';
          export const middleware = dev();
        `,
      },
    },
  ],
});
