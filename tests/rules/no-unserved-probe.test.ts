import { containerOverlay, deployment, server, shop } from './cluster.js';
import { table } from './table.js';

const probe = (kind: string, path: string, port = 'http'): string => `${kind}:\n  httpGet:\n    path: ${path}\n    port: ${port}\n`;
const asks = (container: string, main = '', more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  ...shop(deployment({ container }), main),
  ...more,
});
const fastify = `import Fastify from 'fastify';
const app = Fastify();
app.register(async (api) => { api.get('/ready', async () => 'ok'); }, { prefix: '/api' });
await app.listen({ port: 8080, host: '0.0.0.0' });
`;
const WITH_FASTIFY = {
  'package.json': '{ "name": "orders", "type": "module", "dependencies": { "fastify": "^5" } }',
  'src/main.js': fastify,
};
const listening = (port: string): Readonly<Record<string, string>> => ({
  'src/main.js': server('').replace('listen(8080)', `listen(${port})`),
});

table('no-unserved-probe', {
  at: /^"?(?:\/[\w/]+|\d+|\w+)"?$/u,
  reports: [
    { name: 'a path that nobody serves', files: asks(probe('readinessProbe', '/healthz # ! path')) },
    { name: 'a path without its prefix', files: asks(probe('readinessProbe', '/ready # ! path'), '', WITH_FASTIFY) },
    { name: 'a liveness path', files: asks(probe('livenessProbe', '/alive # ! path')) },
    { name: 'the path of a hook', files: asks(`lifecycle:\n  preStop:\n    httpGet:\n      path: /drain # ! path\n      port: http\n`) },
    { name: 'a port without a listener', files: asks(probe('readinessProbe', '/readyz', '9090 # ! port')) },
    { name: 'an open port that is none', files: asks('readinessProbe:\n  tcpSocket:\n    port: 3000 # ! port\n') },
    { name: 'the name of no port', files: asks(probe('readinessProbe', '/readyz', 'web # ! name')) },
    {
      name: 'a port that the environment moves',
      files: asks(
        `${probe('readinessProbe', '/readyz', '3000 # ! port')}env:\n  - name: PORT\n    value: "8080"\n`,
        '',
        listening('process.env.PORT ?? 3000'),
      ),
    },
    {
      name: 'beside an overlay that changes something else',
      files: asks(probe('readinessProbe', '/healthz # ! path'), '', containerOverlay('livenessProbe:\n  timeoutSeconds: 5')),
    },
    {
      name: 'beside middleware of packages',
      files: asks(
        probe('readinessProbe', '/healthz # ! path'),
        `import helmet from 'helmet';\napp.use(helmet());\napp.use(express.json());\napp.use((request, response, next) => next());`,
      ),
    },
  ],
  silent: [
    { name: 'a path that is served', files: asks(probe('readinessProbe', '/readyz') + probe('livenessProbe', '/livez', '8080')) },
    { name: 'a path with a prefix', files: asks(probe('readinessProbe', '/api/ready'), '', WITH_FASTIFY) },
    {
      name: 'a path with a parameter',
      files: asks(probe('readinessProbe', '/health/deep'), `app.get('/health/:part', (request, response) => response.send('ok'));`),
    },
    { name: 'a query', files: asks(probe('readinessProbe', '/readyz?full=1')) },
    {
      name: 'a route for all',
      files: asks(probe('readinessProbe', '/healthz'), `app.all('*', (request, response) => response.send('ok'));`),
    },
    {
      name: 'a handler of every path',
      files: asks(probe('readinessProbe', '/healthz'), `app.use((request, response) => response.send('ok'));`),
    },
    {
      name: 'a middleware that compares',
      files: asks(
        probe('readinessProbe', '/healthz'),
        `app.use((request, response, next) => request.path === '/healthz' ? response.send('ok') : next());`,
      ),
    },
    {
      name: 'a package that serves health',
      files: asks(probe('readinessProbe', '/healthz'), `import health from 'express-healthcheck';\napp.use('/h', health());`),
    },
    {
      name: 'a router that is not seen',
      files: asks(probe('readinessProbe', '/healthz'), `import { load } from './none.js';\napp.use(load());`),
    },
    {
      name: 'a prefix of the environment',
      files: asks(
        probe('readinessProbe', '/shop/healthz'),
        `const router = express.Router();\nrouter.get('/healthz', (request, response) => response.send('ok'));\napp.use(process.env.BASE, router);`,
      ),
    },
    {
      name: 'a plain server',
      files: asks(probe('readinessProbe', '/healthz'), '', {
        'src/main.js': `import http from 'node:http';\nhttp.createServer((request, response) => response.end('ok')).listen(8080);\n`,
      }),
    },
    {
      name: 'another server of the same process',
      files: asks(probe('readinessProbe', '/metrics', '9090'), `import http from 'node:http';\nhttp.createServer(app).listen(9090);`),
    },
    { name: 'a port of the environment', files: asks(probe('readinessProbe', '/readyz', '9090'), '', listening('process.env.PORT')) },
    {
      name: 'an image that sets the port',
      files: asks(probe('readinessProbe', '/readyz', '9090'), '', {
        ...listening('process.env.PORT ?? 8080'),
        Dockerfile: 'FROM node:22\nENV PORT=9090\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"]\n',
      }),
    },
    {
      name: 'variables from elsewhere',
      files: asks(
        `${probe('readinessProbe', '/readyz', '9090')}envFrom:\n  - configMapRef: { name: orders }\n`,
        '',
        listening('process.env.PORT ?? 8080'),
      ),
    },
    {
      name: 'a path that an overlay says',
      files: asks(probe('readinessProbe', '/healthz'), '', containerOverlay('readinessProbe:\n  httpGet:\n    path: /readyz')),
    },
    {
      name: 'the name of a port that an overlay changes',
      files: asks(
        probe('readinessProbe', '/readyz', 'web'),
        '',
        containerOverlay('readinessProbe:\n  httpGet:\n    path: /readyz\n    port: http'),
      ),
    },
    { name: 'a command', files: asks('readinessProbe:\n  exec:\n    command: [node, check.js]\n') },
    { name: 'code of another repository', files: { 'k8s/orders.yaml': deployment({ container: probe('readinessProbe', '/healthz') }) } },
  ],
});
