/** Frameworks that make an app of Express from decorated classes. */
import { table } from '../rules/table.js';

const inversify = (path: string, mark: string): Record<string, string> => ({
  'src/health.ts': `
  import { controller, httpGet } from 'inversify-express-utils';
  import pg from 'pg';
  const pool = new pg.Pool();
  @controller('/health')
  export class HealthController {
    @httpGet('/${path}')
    async answer() {
      await pool.query('select 1');${mark}
      return 'ok';
    }
  }
`,
  'src/main.ts': `
  import './health';
  import { Container } from 'inversify';
  import { InversifyExpressServer } from 'inversify-express-utils';
  const server = new InversifyExpressServer(new Container());
  server.setConfig((app) => app.disable('x-powered-by'));
  const http = server.build().listen(3000);
  process.once('SIGTERM', () => http.close(() => process.exit(0)));
`,
});

const routing = (path: string, mark: string): Record<string, string> => ({
  'src/main.ts': `
  import { createExpressServer, Get, JsonController } from 'routing-controllers';
  import pg from 'pg';
  const pool = new pg.Pool();
  @JsonController('/health')
  class HealthController {
    @Get('/${path}')
    async answer() {
      await pool.query('select 1');${mark}
      return 'ok';
    }
  }
  const http = createExpressServer({ controllers: [HealthController] }).listen(3000);
  process.once('SIGTERM', () => http.close(() => process.exit(0)));
`,
});

table('no-blocking-probe', {
  at: /query/u,
  reports: [
    { name: 'a liveness probe of inversify-express-utils', files: inversify('live', ' // ! liveness') },
    { name: 'a liveness probe of routing-controllers', files: routing('live', ' // ! liveness') },
  ],
  silent: [
    { name: 'a list of inversify-express-utils', files: inversify('users', '') },
    { name: 'a list of routing-controllers', files: routing('users', '') },
  ],
});

const LISTENER = /process\.once.*\n/u;

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'an app of inversify-express-utils',
      files: {
        'src/main.ts': (inversify('live', '')['src/main.ts'] ?? '')
          .replace("import './health';", '')
          .replace(LISTENER, '')
          .replace('.listen(3000);', '.listen(3000); // ! missing'),
      },
    },
    {
      name: 'an app of routing-controllers',
      files: {
        'src/main.ts': (routing('live', '')['src/main.ts'] ?? '')
          .replace(LISTENER, '')
          .replace('.listen(3000);', '.listen(3000); // ! missing'),
      },
    },
  ],
  silent: [
    { name: 'an app of inversify-express-utils with a listener', files: inversify('live', '') },
    { name: 'an app of routing-controllers with a listener', files: routing('live', '') },
  ],
});
