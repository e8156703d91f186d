/** What goes on listening after SIGTERM, until it is killed, refuses nobody. */
import { deployment, READINESS, SERVICE, shop } from './cluster.js';
import { table } from './table.js';

const routed = (mark = ''): string => deployment({ mark, container: READINESS }) + SERVICE;
const POOL = `import { Pool } from 'pg';\nconst pool = new Pool();\napp.get('/stock', async (request, response) => response.json(await pool.query('select 1')));\n`;

table('require-drain-delay', {
  at: /^orders$/u,
  reports: [
    {
      name: 'one that closes its server and leaves the rest open',
      files: shop(routed('closes'), `${POOL}process.once('SIGTERM', () => server.close());`),
    },
    {
      name: 'one that closes the rest and exits',
      files: shop(routed('closes'), `${POOL}process.once('SIGTERM', async () => { await pool.end(); process.exit(0); });`),
    },
    {
      name: 'one that exits as good as at once',
      files: shop(routed('closes'), `process.once('SIGTERM', () => { setTimeout(() => process.exit(0), 100); });`),
    },
    {
      name: 'one that closes its server, with a deadline',
      files: shop(routed('closes'), `process.once('SIGTERM', () => { setTimeout(() => process.exit(1), 8000); server.close(); });`),
    },
    {
      name: 'one that closes the server in another listener',
      files: shop(routed('closes'), `${POOL}process.once('SIGTERM', () => pool.end());\nprocess.once('SIGTERM', () => server.close());`),
    },
  ],
  silent: [
    {
      name: 'one that exits after a while, and serves until then',
      files: shop(
        routed(),
        `let stopping = false;
process.on('SIGTERM', stop);
function stop() {
  if (!stopping) setTimeout(cleanUp, 5000);
}
function cleanUp() {
  stopping = true;
  setTimeout(() => process.exit(), 5000);
}`,
      ),
    },
    {
      name: 'one that closes all but its server',
      files: shop(routed(), `${POOL}process.once('SIGTERM', async () => { await pool.end(); });`),
    },
    {
      name: 'one that only notes that it stops',
      files: shop(
        routed(),
        `let stopping = false;\nprocess.once('SIGTERM', () => { stopping = true; });\nexport const isStopping = () => stopping;`,
      ),
    },
  ],
});
