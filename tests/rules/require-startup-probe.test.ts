import { deployment, shop } from './cluster.js';
import { table } from './table.js';

const http = 'httpGet:\n    path: /livez\n    port: http\n  ';
const liveness = (lines: string, more = ''): Readonly<Record<string, string>> =>
  shop(deployment({ container: `livenessProbe:\n  ${lines}\n${more}` }));

table('require-startup-probe', {
  at: /^\d+$/u,
  reports: [
    { name: 'a long wait before the first question', files: liveness(`${http}initialDelaySeconds: 60 # ! delay`) },
    { name: 'one for a port', files: liveness(`tcpSocket:\n    port: 8080\n  initialDelaySeconds: 30 # ! delay\n  periodSeconds: 5`) },
    { name: 'one for a command', files: liveness(`exec:\n    command: [node, check.js]\n  initialDelaySeconds: 120 # ! delay`) },
  ],
  silent: [
    { name: 'a short wait', files: liveness(`${http}initialDelaySeconds: 10`) },
    { name: 'a startup probe', files: liveness(`${http}initialDelaySeconds: 60`, `startupProbe:\n  tcpSocket:\n    port: http\n`) },
    {
      name: 'a wait that a chart says',
      files: {
        ...shop(''),
        'chart/Chart.yaml': 'name: a\n',
        'chart/templates/a.yaml': deployment({ container: `livenessProbe:\n  ${http}initialDelaySeconds: {{ .Values.delay }}` }),
      },
    },
    { name: 'a readiness probe that waits', files: shop(deployment({ container: `readinessProbe:\n  ${http}initialDelaySeconds: 60` })) },
    {
      name: 'a search engine',
      files: {
        'k8s/a.yaml': deployment({ container: `livenessProbe:\n  ${http}initialDelaySeconds: 60` }).replace(
          'shop/orders:1.0.0',
          'elasticsearch:8',
        ),
      },
    },
  ],
});
