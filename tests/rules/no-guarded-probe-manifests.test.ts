/** What the manifests of a service ask for, and what nobody asks for. */
import { deployment, SERVICE, shop } from './cluster.js';
import { table, type Case } from './table.js';

/** Express with a guarded route for `/health`, and an open one. */
const guarded = (probes: string, more: Case['files'] = {}, mark = ''): Case['files'] => ({
  ...shop(deployment({ container: probes }) + SERVICE),
  'src/main.js': `
    import express from 'express';
    import passport from 'passport';
    const app = express();
    app.get('/livez', (req, res) => res.send('ok'));
    app.get('/health', passport.authenticate('jwt'), (req, res) => res.send('ok'));${mark}
    const server = app.listen(8080);
    process.once('SIGTERM', () => {
      setTimeout(() => process.exit(1), 10_000).unref();
      server.close(() => process.exit(0));
    });
  `,
  ...more,
});
const http = (path: string): string => `httpGet: { path: ${path}, port: http }`;

table('no-guarded-probe', {
  reports: [
    {
      name: 'what readiness asks for',
      files: guarded(`livenessProbe: { ${http('/livez')} }\nreadinessProbe: { ${http('/health')} }`, {}, ' // ! guarded'),
    },
    { name: 'what nothing tells of', files: guarded('', {}, ' // ! guarded') },
    {
      name: 'what Compose asks for',
      files: guarded(
        `livenessProbe: { ${http('/livez')} }`,
        {
          'compose.yaml':
            "services:\n  orders:\n    build: .\n    healthcheck:\n      test: ['CMD', 'curl', '-f', 'http://localhost:8080/health']\n",
        },
        ' // ! guarded',
      ),
    },
    {
      name: 'beside a probe that asks for something else than a path',
      files: guarded(`livenessProbe: { tcpSocket: { port: http } }`, {}, ' // ! guarded'),
    },
  ],
  silent: [
    {
      name: 'a description of the interface, beside other paths in all probes',
      files: guarded(`livenessProbe: { ${http('/livez')} }`, { 'docs/api.yaml': 'openapi: 3.0.0\npaths:\n  /health:\n    get: {}\n' }),
    },
    { name: 'other paths in all probes', files: guarded(`livenessProbe: { ${http('/livez')} }\nreadinessProbe: { ${http('/livez')} }`) },
  ],
});
