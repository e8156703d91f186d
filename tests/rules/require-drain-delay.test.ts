import { CLOSING, deployment, READINESS, SERVICE, shop, WAITING } from './cluster.js';
import { table } from './table.js';

const routed = (parts: Parameters<typeof deployment>[0], service = SERVICE): string =>
  deployment({ ...parts, container: `${READINESS}${parts?.container ?? ''}` }) + service;
const HEADLESS = SERVICE.replace('spec:', 'spec:\n  clusterIP: None');

table('require-drain-delay', {
  at: /^orders$/u,
  reports: [
    { name: 'a server that closes with SIGTERM', files: shop(routed({ mark: 'closes' })) },
    { name: 'one that nothing ends well', files: shop(routed({ mark: 'unhandled' }), '') },
    {
      name: 'a hook that runs before the start only',
      files: shop(routed({ mark: 'closes', container: 'lifecycle:\n  postStart:\n    exec:\n      command: [node, warm.js]' })),
    },
    { name: 'the only pod, which is replaced by another', files: shop(routed({ mark: 'closes', spec: 'replicas: 1' })) },
    { name: 'a stateful set behind a Service', files: shop(routed({ mark: 'closes', kind: 'StatefulSet' })) },
    {
      name: 'a Service in another file',
      files: { ...shop(routed({ mark: 'closes' }, '')), 'k8s/service.yaml': SERVICE },
    },
    {
      name: 'a chart',
      files: {
        ...shop(''),
        'chart/Chart.yaml': 'name: orders\nversion: 1.0.0\n',
        'chart/values.yaml': 'grace: 30\n',
        'chart/templates/orders.yaml': routed({ mark: 'closes', pod: 'terminationGracePeriodSeconds: {{ .Values.grace }}' }),
      },
    },
    {
      name: 'terminus without a hook that waits',
      files: {
        ...shop(
          routed({ mark: 'closes' }),
          `import { createTerminus } from '@godaddy/terminus';\ncreateTerminus(server, { signal: 'SIGTERM', timeout: 5000 });`,
        ),
      },
    },
  ],
  silent: [
    { name: 'a preStop hook that waits', files: shop(routed({ container: 'lifecycle:\n  preStop:\n    sleep:\n      seconds: 5' })) },
    { name: 'a shutdown that waits first', files: shop(routed({}), WAITING) },
    {
      name: 'a close that a timer begins',
      files: shop(routed({}), `process.once('SIGTERM', () => setTimeout(() => server.close(() => process.exit(0)), 8000));`),
    },
    {
      name: 'lightship, which waits by itself',
      files: shop(
        routed({}),
        `import { createLightship } from 'lightship';\nconst lightship = await createLightship();\nlightship.registerShutdownHandler(() => new Promise((resolve) => server.close(resolve)));`,
      ),
    },
    {
      name: 'terminus with a hook that waits',
      files: shop(
        routed({}),
        `import { createTerminus } from '@godaddy/terminus';\ncreateTerminus(server, { signals: ['SIGTERM'], beforeShutdown: () => new Promise((resolve) => setTimeout(resolve, 5000)) });`,
      ),
    },
    {
      name: 'a helper of another package that may wait',
      files: shop(
        routed({}),
        `import { drain } from '@shop/service';\nprocess.once('SIGTERM', async () => { await drain(server); process.exit(0); });`,
      ),
    },
    { name: 'a workload that no Service selects', files: shop(deployment({ container: READINESS })) },
    { name: 'another app behind the Service', files: shop(routed({}, SERVICE.replace('app: orders', 'app: carts'))) },
    {
      name: 'a Service in another namespace',
      files: shop(
        routed({}, SERVICE.replace('name: orders', 'name: orders\n  namespace: other')).replace(
          'name: orders\nspec',
          'name: orders\n  namespace: shop\nspec',
        ),
      ),
    },
    { name: 'names without a balancer', files: shop(routed({}, HEADLESS)) },
    { name: 'one pod that is stopped before the next', files: shop(routed({ spec: 'replicas: 1\nstrategy:\n  type: Recreate' })) },
    {
      name: 'a mesh that holds requests back',
      files: shop(
        routed({}).replace(
          '      labels:\n        app: orders\n',
          '      labels:\n        app: orders\n      annotations:\n        sidecar.istio.io/inject: "true"\n',
        ),
      ),
    },
    {
      name: 'a chart that may write a hook',
      files: {
        ...shop(''),
        'chart/Chart.yaml': 'name: orders\n',
        'chart/templates/orders.yaml': routed({ container: '{{- toYaml .Values.container | nindent 10 }}' }),
      },
    },
    { name: 'an overlay that writes a hook', files: overlaid('lifecycle: { preStop: { sleep: { seconds: 5 } } }') },
    {
      name: 'images of other repositories',
      files: shop(`${foreign('payments')}---\n${foreign('stock')}`),
    },
  ],
});

function foreign(name: string): string {
  return routed({}).replaceAll('orders', name);
}

function overlaid(fields: string): Readonly<Record<string, string>> {
  return {
    ...shop(routed({}), CLOSING),
    'k8s/kustomization.yaml': 'resources: [orders.yaml]\n',
    'overlays/production/kustomization.yaml': 'resources: [../../k8s]\npatches:\n  - path: patch.yaml\n',
    'overlays/production/patch.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: orders }\nspec: { template: { spec: { containers: [{ name: orders, ${fields} }] } } }\n`,
  };
}
