import { deployment, shop } from './cluster.js';
import { table } from './table.js';

interface Probes {
  readonly live?: string;
  readonly ready?: string;
  readonly liveMore?: string;
  readonly readyMore?: string;
  readonly mark?: string;
}

const http = (path: string): string => `httpGet:\n    path: ${path}\n    port: http`;
const probes = ({ live = http('/health'), ready = http('/health'), liveMore = '', readyMore = '', mark = '' }: Probes): string =>
  deployment({
    container: `livenessProbe:${mark === '' ? '' : ` # ! ${mark}`}\n  ${live}\n${more(liveMore)}readinessProbe:\n  ${ready}\n${more(readyMore)}`,
  });
const more = (lines: string): string => (lines === '' ? '' : `  ${lines.replaceAll('\n', '\n  ')}\n`);

/** The service, with a handler for `/health`. */
const service = (manifest: string, handler: string): Readonly<Record<string, string>> => {
  const files = shop(manifest);
  const main = `import pg from 'pg';\nconst pool = new pg.Pool();\nlet ready = true;\n${files['src/main.js'] ?? ''}\napp.get('/health', ${handler});\n`;
  return {
    ...files,
    'package.json': '{ "name": "orders", "type": "module", "dependencies": { "express": "^5", "pg": "^8" } }',
    'src/main.js': main,
  };
};
const CHEAP = `(request, response) => response.send('ok')`;
const ASKING = `async (request, response) => { await pool.query('select 1'); response.send('ok'); }`;
const STATE = `(request, response) => { if (ready) response.send('ok'); else response.status(503).end(); }`;

table('no-shared-probe', {
  at: /^"?livenessProbe"?$/u,
  reports: [
    { name: 'a handler that is not seen', files: shop(probes({ mark: 'shared' })) },
    { name: 'a stage for tests', files: { ...shop(''), 'k8s/test/orders.yaml': probes({ mark: 'shared' }) } },
    { name: 'a handler that asks a database', files: service(probes({ mark: 'shared' }), ASKING) },
    { name: 'a handler that says the state', files: service(probes({ mark: 'shared' }), STATE) },
    { name: 'less patience for liveness', files: service(probes({ mark: 'shared', liveMore: 'failureThreshold: 1' }), ASKING) },
    {
      name: 'the same patience in other numbers',
      files: service(probes({ mark: 'shared', liveMore: 'periodSeconds: 5\nfailureThreshold: 6' }), ASKING),
    },
    {
      name: 'a port by name and by number',
      files: service(probes({ mark: 'shared', live: 'httpGet: { path: /health, port: 8080 }' }), ASKING),
    },
    {
      name: 'one command',
      files: shop(
        probes({ mark: 'shared', live: 'exec: { command: [node, check.js] }', ready: 'exec: { command: ["node", "check.js"] }' }),
      ),
    },
    {
      name: 'a shell that asks something',
      files: shop(
        probes({
          mark: 'shared',
          live: 'exec: { command: [sh, -c, "true && node check.js"] }',
          ready: 'exec: { command: [sh, -c, "true && node check.js"] }',
        }),
      ),
    },
    {
      name: 'an alias',
      files: shop(
        deployment({
          container: 'livenessProbe: &probe # ! shared\n  httpGet:\n    path: /health\n    port: http\nreadinessProbe: *probe',
        }),
      ),
    },
  ],
  silent: [
    { name: 'more patience for liveness', files: service(probes({ liveMore: 'failureThreshold: 6' }), ASKING) },
    { name: 'a readiness that gives up sooner', files: service(probes({ readyMore: 'periodSeconds: 2' }), ASKING) },
    { name: 'other paths', files: service(probes({ live: http('/livez') }), ASKING) },
    { name: 'other ports', files: shop(probes({ live: 'httpGet: { path: /health, port: 9090 }' })) },
    { name: 'a handler that always says yes', files: service(probes({}), CHEAP) },
    { name: 'an open port', files: shop(probes({ live: 'tcpSocket: { port: http }', ready: 'tcpSocket: { port: http }' })) },
    ...['["true"]', '[/bin/true]', '[":"]', '[sh, -c, "true"]', '[/bin/sh, -c, "exit 0"]', '[echo, ok]'].map((command) => ({
      name: `a command that never fails: ${command}`,
      files: shop(probes({ live: `exec: { command: ${command} }`, ready: `exec: { command: ${command} }` })),
    })),
    ...['test/pod', 'tests/cluster', 'packages/watch/fixtures', 'src/__tests__'].map((folder) => ({
      name: `what tests read: ${folder}`,
      files: { ...shop(''), [`${folder}/orders.yaml`]: probes({}) },
    })),
    {
      name: 'a path that is not known',
      files: {
        ...shop(''),
        'chart/Chart.yaml': 'name: a\n',
        'chart/templates/a.yaml': probes({ live: http('{{ .Values.live }}'), ready: http('{{ .Values.ready }}') }),
      },
    },
    {
      name: 'patience that is not known',
      files: {
        ...shop(''),
        'chart/Chart.yaml': 'name: a\n',
        'chart/templates/a.yaml': probes({ liveMore: 'failureThreshold: {{ .Values.failures }}' }),
      },
    },
    { name: 'a database', files: { ...shop(''), 'k8s/db.yaml': probes({}).replace('shop/orders:1.0.0', 'elasticsearch:8') } },
    { name: 'one of the two', files: shop(deployment({ container: `readinessProbe:\n  ${http('/health')}` })) },
  ],
});
