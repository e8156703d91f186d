/** Modules that a program loads by a name that is only known as it runs are no programs themselves. */
import { type Case, table } from '../rules/table.js';

const METRICS = `
  import http from 'node:http';
  http.createServer((req, res) => res.end()).listen(9000);
  export const count = () => {};
`;
const ADAPTER = `
  import { count } from './metrics.js';
  export class Adapter { work() { count(); } }
`;
const project = (load: string, metrics: string, adapter: string, name = 'adapter'): Case => ({
  name: load,
  manifest: { main: 'src/main.js', scripts: { start: 'node src/main.js' } },
  files: {
    'src/main.js': `
      import http from 'node:http';
      import { load } from './loader.js';
      await load();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    'src/loader.js': `
      import config from 'config';
      export const load = () => ${load};
    `,
    'adapters/metrics.js': metrics,
    [`adapters/${name}.js`]: adapter,
  },
});
const UNSEEN = "Promise.all(config.get('adapters').map(({ path }) => import(`../adapters/${path}`)))";
const MARKED = METRICS.replace('9000);', '9000); // ! missing');

table('require-sigterm-listener', {
  at: /./u,
  reports: [
    { ...project('[]', MARKED, ADAPTER), name: 'a program that loads nothing by name' },
    {
      ...project(UNSEEN, MARKED, `${ADAPTER}new Adapter().work();\n`.replaceAll('export ', '')),
      name: 'a module that gives nothing to others',
    },
    { ...project(UNSEEN, MARKED, ADAPTER, 'worker'), name: 'a module that is a program by its name' },
  ],
  silent: [{ ...project(UNSEEN, METRICS, ADAPTER), name: 'a module that the program may load' }],
});
