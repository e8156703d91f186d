import { deployment, READINESS, SERVICE, shop } from './cluster.js';
import { table } from './table.js';

const routed = (spec: string, parts: Parameters<typeof deployment>[0] = {}): Readonly<Record<string, string>> =>
  shop(deployment({ ...parts, spec, container: READINESS }) + SERVICE);
const rolling = (replicas: string, lines: string): string =>
  `${replicas}strategy:\n  type: RollingUpdate\n  rollingUpdate:\n    ${lines.replaceAll('\n', '\n    ')}`;

table('no-unsafe-rollout', {
  at: /^"?(?:Recreate|\d+%?)"?$/u,
  reports: [
    { name: 'several pods that are stopped together', files: routed('replicas: 3\nstrategy:\n  type: Recreate # ! recreate') },
    { name: 'all of them', files: routed(rolling('replicas: 3\n', 'maxUnavailable: 100% # ! unavailable')) },
    { name: 'all of them, in quotes', files: routed(rolling('', 'maxUnavailable: "100%" # ! unavailable\nmaxSurge: 0')) },
    { name: 'as many as there are', files: routed(rolling('replicas: 2\n', 'maxUnavailable: 2 # ! unavailable\nmaxSurge: 1')) },
    { name: 'the only one', files: routed(rolling('replicas: 1\n', 'maxUnavailable: 1 # ! unavailable\nmaxSurge: 0')) },
    {
      name: 'a workload whose code is elsewhere',
      files: { 'k8s/orders.yaml': deployment({ spec: 'replicas: 3\nstrategy:\n  type: Recreate # ! recreate' }) + SERVICE },
    },
    {
      name: 'a DeploymentConfig of OpenShift',
      files: shop(
        deployment({ kind: 'DeploymentConfig', spec: 'replicas: 3\nstrategy:\n  type: Recreate # ! recreate', container: READINESS }) +
          SERVICE,
      ),
    },
    {
      name: 'a DeploymentConfig that takes all of them',
      files: shop(
        deployment({
          kind: 'DeploymentConfig',
          spec: 'replicas: 3\nstrategy:\n  type: Rolling\n  rollingParams:\n    maxUnavailable: 100% # ! unavailable',
          container: READINESS,
        }) + SERVICE,
      ),
    },
  ],
  silent: [
    {
      name: 'a DeploymentConfig that keeps all of them',
      files: shop(
        deployment({
          kind: 'DeploymentConfig',
          spec: 'replicas: 3\nstrategy:\n  type: Rolling\n  rollingParams:\n    maxUnavailable: 0\n    maxSurge: 1',
          container: READINESS,
        }) + SERVICE,
      ),
    },
    { name: 'what Kubernetes does by default', files: routed('replicas: 3') },
    { name: 'one of several', files: routed(rolling('replicas: 3\n', 'maxUnavailable: 1')) },
    { name: 'half of one', files: routed(rolling('replicas: 1\n', 'maxUnavailable: 50%')) },
    { name: 'a number of replicas that something else decides', files: routed(rolling('', 'maxUnavailable: 2')) },
    { name: 'one pod', files: routed('replicas: 1\nstrategy:\n  type: Recreate') },
    {
      name: 'a volume for one pod at a time',
      files: routed('replicas: 2\nstrategy:\n  type: Recreate', {
        pod: 'volumes:\n  - name: data\n    persistentVolumeClaim: { claimName: data }',
      }),
    },
    { name: 'a workload that nobody asks', files: shop(deployment({ spec: 'replicas: 3\nstrategy:\n  type: Recreate' })) },
    {
      name: 'a database',
      files: {
        ...shop(''),
        'k8s/db.yaml': (deployment({ spec: 'replicas: 2\nstrategy:\n  type: Recreate' }) + SERVICE).replace('shop/orders:1.0.0', 'redis:7'),
      },
    },
    {
      name: 'a chart that asks',
      files: {
        ...shop(''),
        'chart/Chart.yaml': 'name: a\n',
        'chart/templates/a.yaml':
          deployment({ spec: rolling('replicas: {{ .Values.replicas }}\n', 'maxUnavailable: {{ .Values.unavailable }}') }) + SERVICE,
      },
    },
  ],
});
