/** A script of several commands: those that must have ended before the next one begins are no services. */
import { table } from '../rules/table.js';

const serving = (report = ''): string => `
  import http from 'node:http';
  const server = http.createServer((request, response) => response.end('ok'));
  server.listen(3000);${report}
`;
const missing = serving(' // ! missing');
const BUILD = "import { build } from 'esbuild';\nawait build({ entryPoints: ['src/server.js'], outfile: 'dist/gate.mjs' });\n";

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'the source of a bundle that the start script builds first',
      manifest: { scripts: { start: 'node scripts/build.mjs && node dist/gate.mjs', dev: 'node --watch src/server.js' } },
      files: { 'scripts/build.mjs': BUILD, 'src/server.js': missing },
    },
    {
      name: 'a service after its migrations',
      manifest: { scripts: { start: 'node src/migrate.js && node src/server.js' } },
      files: { 'src/migrate.js': "console.log('migrated');\n", 'src/server.js': missing },
    },
    {
      name: 'two that run at once',
      manifest: { scripts: { start: 'node src/admin.js & node src/server.js' } },
      files: { 'src/admin.js': missing, 'src/server.js': missing },
    },
    {
      name: 'one that a manager leaves behind',
      manifest: { scripts: { start: 'pm2 start src/server.js && pm2 logs' } },
      files: { 'src/server.js': missing },
    },
  ],
  silent: [
    {
      name: 'a step that listens for a moment',
      manifest: { scripts: { start: 'node src/authorize.js && node src/main.js' } },
      files: { 'src/authorize.js': serving(), 'src/main.js': "console.log('done');\n" },
    },
    {
      name: 'a server for work at the code beside the one that is built',
      manifest: { scripts: { start: 'node scripts/build.mjs && node src/main.js', dev: 'node --watch src/preview.js' } },
      files: { 'scripts/build.mjs': BUILD, 'src/preview.js': serving(), 'src/main.js': "console.log('done');\n" },
    },
  ],
});
