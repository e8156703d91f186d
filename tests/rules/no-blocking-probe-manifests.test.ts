/** Which path the platform asks for liveness stands in a manifest. */
import { deployment, shop } from './cluster.js';
import { table } from './table.js';

const BOUNDED = `await fetch('http://stock/health', { signal: AbortSignal.timeout(500) });`;
const route = (path: string, mark = ''): string =>
  `app.get('${path}', async (request, response) => {\n  ${BOUNDED}${mark === '' ? '' : ` // ! ${mark}`}\n  response.send('ok');\n});`;
const probe = (kind: string, path: string, more = ''): string =>
  `${kind}Probe:\n  httpGet:\n    path: ${path}\n    port: http\n${more === '' ? '' : `  ${more}\n`}`;
const asked = (container: string, main: string): Readonly<Record<string, string>> => shop(deployment({ container }), main);

table('no-blocking-probe', {
  at: /fetch/u,
  reports: [
    { name: 'a path that says nothing, which liveness asks', files: asked(probe('liveness', '/health'), route('/health', 'liveness')) },
    { name: 'a path that is no usual probe', files: asked(probe('liveness', '/api/v1/state'), route('/api/v1/state', 'liveness')) },
    {
      name: 'one that readiness asks as well, and gives up sooner',
      files: asked(probe('liveness', '/health', 'failureThreshold: 9') + probe('readiness', '/health'), route('/health', 'liveness')),
    },
    {
      name: 'a comparison in a plain server',
      files: {
        ...shop(deployment({ container: probe('liveness', '/state') })),
        'src/main.js': `
        import http from 'node:http';
        http.createServer(async (request, response) => {
          if (request.url === '/state') {
            ${BOUNDED} // ! liveness
            response.end('ok');
            return;
          }
          response.end('orders');
        }).listen(8080);
        `,
      },
    },
  ],
  silent: [
    { name: 'a path that readiness asks', files: asked(probe('readiness', '/health'), route('/health')) },
    {
      name: 'one that both ask alike, which is told in the manifest',
      files: asked(probe('liveness', '/health') + probe('readiness', '/health'), route('/health')),
    },
    { name: 'another path', files: asked(probe('liveness', '/livez'), route('/health')) },
    { name: 'a port', files: asked('livenessProbe:\n  tcpSocket:\n    port: http\n', route('/health')) },
    {
      name: 'a service of another image',
      files: {
        ...asked(probe('liveness', '/health'), route('/health')),
        'k8s/orders.yaml': deployment({ container: probe('liveness', '/health') })
          .replace('shop/orders:1.0.0', 'shop/payments:1')
          .replaceAll('name: orders', 'name: payments'),
        'other/package.json': '{ "name": "payments" }',
        'other/Dockerfile': 'FROM node:22\nCMD ["node", "main.js"]\n',
      },
    },
  ],
});

table('no-blocking-probe', {
  settings: { probes: { readiness: ['/health'] } },
  silent: [{ name: 'what the settings say otherwise', files: asked(probe('liveness', '/health'), route('/health')) }],
});
