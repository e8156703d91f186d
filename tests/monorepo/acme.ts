/** A small monorepo: a service that closes the pool of another package, and a service that has nothing to do with either. */
import type { Files } from '../package/built.js';

const manifest = (name: string, dependencies: object = {}): string =>
  JSON.stringify({
    name,
    version: '1.0.0',
    type: 'module',
    main: 'index.js',
    scripts: { 'lint:shutdown': 'graceful-shutdown' },
    dependencies,
  });

const api = (close: string): string => `import http from 'node:http';
import { pool } from '@acme/db';

const server = http.createServer((request, response) => response.end('ok'));
server.listen(3000);
process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(${close});
});
`;

export const closing = api('() => pool.end()');
/** Never closes the pool: a finding in packages/db. */
export const leaking = api('() => console.log(pool.totalCount)');

export const acme: Files = {
  'package.json': JSON.stringify({
    name: 'acme',
    private: true,
    packageManager: 'npm@11.0.0',
    workspaces: ['packages/*', 'apps/*'],
    scripts: { 'lint:shutdown': 'graceful-shutdown' },
  }),
  '.gitignore': 'node_modules\n.turbo\n',
  'packages/db/package.json': manifest('@acme/db', { pg: '^8.13.0' }),
  'packages/db/index.js': "import { Pool } from 'pg';\n\nexport const pool = new Pool();\n",
  'apps/api/package.json': manifest('api', { '@acme/db': '*' }),
  'apps/api/index.js': closing,
  'apps/jobs/package.json': manifest('jobs'),
  'apps/jobs/index.js': 'export const jobs = [];\n',
};

export const packages = ['packages/db', 'apps/api', 'apps/jobs'];
