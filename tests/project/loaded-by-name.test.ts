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

const PLUGIN = `
  exports.plugin = { name: 'shutdown', register(server) { process.on('SIGTERM', async () => { await server.stop(); process.exit(0); }); } };
`;
const BY_ITSELF = `
  process.on('SIGTERM', () => process.exit(0));
`;
const STATUS = `
  exports.plugin = { name: 'status', register(server) { server.route({ method: 'GET', path: '/', handler: () => 'OK' }); } };
`;
const listed = (names: string, load: string, mark = ''): Case => ({
  name: `${load} of ${names}`,
  manifest: { main: 'lib/server.js', scripts: { start: 'node lib/server.js' } },
  files: {
    'lib/server.js': `
      const Hapi = require('@hapi/hapi');
      const NAMES = ${names};
      const start = async () => {
        const server = Hapi.server({ port: 3000 });
        ${load}
        await server.start();${mark}
      };
      start();
    `,
    'plugins/status.js': STATUS,
    'plugins/shutdown.js': PLUGIN,
    'plugins/itself.js': BY_ITSELF,
  },
});
const FILES = 'await server.register(NAMES.map((name) => require(name)));';
const PARTS = 'await server.register(NAMES.map((name) => ({ plugin: require(`../plugins/${name}`).plugin, options: {} })));';
const FOR_THEIR_EFFECT = 'NAMES.forEach((name) => require(name));';
const ONE_BY_ONE = 'for (const name of NAMES) await server.register(require(`../plugins/${name}`));';
const MISSING = ' // ! missing';

table('require-sigterm-listener', {
  at: /start/u,
  reports: [
    listed("['../plugins/status']", FILES, MISSING),
    listed("['status']", PARTS, MISSING),
    listed("['../plugins/status', '../plugins/shutdown']", FOR_THEIR_EFFECT, MISSING),
    listed("['status']", ONE_BY_ONE, MISSING),
  ],
  silent: [
    listed("['../plugins/status', '../plugins/shutdown']", FILES),
    listed("['status', 'shutdown']", PARTS),
    listed("['../plugins/status', '../plugins/itself']", FOR_THEIR_EFFECT),
    listed("['status', 'shutdown']", ONE_BY_ONE),
  ],
});
