import { deployment, overlay as patched, READINESS, shop } from './cluster.js';
import { table } from './table.js';

const after = (ms: string): string => `process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), ${ms}).unref();
  server.close(() => process.exit(0));
});`;
const sleep = (seconds: string): string => `${READINESS}lifecycle:\n  preStop:\n    sleep:\n      seconds: ${seconds}\n`;
const exec = (command: string): string => `${READINESS}lifecycle:\n  preStop:\n    exec:\n      command: ${command}\n`;
const grace = (seconds: string, mark = ''): string => `terminationGracePeriodSeconds: ${seconds}${mark === '' ? '' : ` # ! ${mark}`}`;
const chart = (manifest: string, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...shop('', after('25_000')),
  'chart/Chart.yaml': 'name: orders\nversion: 1.0.0\n',
  'chart/templates/orders.yaml': manifest,
  ...values,
});
const overlay = (patch: string): Readonly<Record<string, string>> => ({
  ...shop(deployment({ pod: grace('60'), container: READINESS }), after('25_000')),
  ...patched(patch),
});
const inline = (patches: readonly string[]): Readonly<Record<string, string>> => ({
  ...overlay(''),
  'overlays/small/patch.yaml': '',
  'overlays/small/kustomization.yaml': `resources: [../../k8s]\npatches:\n${patches
    .map(
      (patch) =>
        `  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: { name: orders }\n      spec:\n        template:\n          spec:\n            ${patch}\n`,
    )
    .join('')}`,
});

table('require-grace-period-budget', {
  at: /^(?:\d+|orders|\{\{.*\}\}|preStop:[^]*)$/u,
  reports: [
    { name: 'no time at all', files: shop(deployment({ pod: grace('0', 'zero') })) },
    { name: 'a hook that takes all of it', files: shop(deployment({ pod: grace('10', 'hook'), container: sleep('10') }), '') },
    {
      name: 'a hook that takes more than the default',
      files: shop(deployment({ container: sleep('40').replace('preStop:', 'preStop: # ! hook') }), ''),
    },
    {
      name: 'a hook of a shell that takes all of it',
      files: shop(deployment({ pod: grace('20', 'hook'), container: exec('["sh", "-c", "sleep 20"]') }), ''),
    },
    {
      name: 'a hook that leaves next to nothing',
      files: shop(deployment({ pod: grace('30', 'mostly'), container: exec('[sleep, "28"]') }), ''),
    },
    { name: 'a deadline beyond the default', files: shop(deployment({ mark: 'short' }), after('40_000')) },
    { name: 'a deadline beyond what is written', files: shop(deployment({ pod: grace('20', 'short') }), after('25 * 1000')) },
    { name: 'a deadline that is the default', files: shop(deployment({ mark: 'tight' }), after('30_000')) },
    {
      name: 'a hook and a deadline together',
      files: shop(deployment({ pod: grace('30', 'short'), container: sleep('10') }), after('25_000')),
    },
    {
      name: 'a wait before the deadline begins',
      files: shop(
        deployment({ pod: grace('30', 'short') }),
        `process.once('SIGTERM', async () => {\n  await new Promise((resolve) => setTimeout(resolve, 10_000));\n  setTimeout(() => process.exit(1), 25_000).unref();\n  server.close(() => process.exit(0));\n});`,
      ),
    },
    {
      name: 'the deadline of a library',
      files: shop(
        deployment({ pod: grace('15', 'short') }),
        `import closeWithGrace from 'close-with-grace';\ncloseWithGrace({ delay: 20_000 }, async () => { await new Promise((resolve) => server.close(resolve)); });`,
      ),
    },
    {
      name: 'the default of a library',
      files: shop(
        deployment({ pod: grace('20', 'short') }),
        `import gracefulShutdown from 'http-graceful-shutdown';\ngracefulShutdown(server);`,
      ),
    },
    {
      name: 'what a failed liveness probe leaves',
      files: shop(
        deployment({
          pod: grace('60'),
          container: 'livenessProbe:\n  tcpSocket:\n    port: http\n  terminationGracePeriodSeconds: 10 # ! short',
        }),
        after('25_000'),
      ),
    },
    {
      name: 'a chart whose values say too little',
      files: chart(deployment({ pod: grace('{{ .Values.graceSeconds }}', 'short') }), { 'chart/values.yaml': 'graceSeconds: 10\n' }),
    },
    { name: 'an overlay that waits less', files: overlay(grace('10', 'short')) },
    { name: 'a patch within a kustomization that waits less', files: inline([grace('10', 'short')]) },
    {
      name: 'a patch whose place is not clear',
      unrepaired: true,
      files: { ...inline([grace('10'), grace('10')]), 'k8s/orders.yaml': deployment({ pod: grace('60'), mark: 'short' }) },
    },
  ],
  silent: [
    { name: 'enough time', files: shop(deployment({ pod: grace('40'), container: sleep('5') }), after('25_000')) },
    { name: 'a deadline within the default', files: shop(deployment(), after('10_000')) },
    { name: 'a deadline of the environment', files: shop(deployment(), after('Number(process.env.DEADLINE ?? 60_000)')) },
    {
      name: 'a shutdown without a deadline',
      files: shop(deployment(), `process.once('SIGTERM', () => server.close(() => process.exit(0)));`),
    },
    {
      name: 'a hook whose time a variable says',
      files: shop(deployment({ pod: grace('5'), container: exec('["sh", "-c", "sleep $WAIT"]') }), ''),
    },
    {
      name: 'a hook that asks the service',
      files: shop(deployment({ container: `${READINESS}lifecycle:\n  preStop:\n    httpGet: { path: /stop, port: http }` }), ''),
    },
    {
      name: 'a job',
      files: shop(
        `apiVersion: batch/v1\nkind: Job\nmetadata: { name: orders }\nspec: { template: { spec: { terminationGracePeriodSeconds: 5, containers: [{ name: orders, image: orders }] } } }\n`,
        after('25_000'),
      ),
    },
    {
      name: 'a job that needs no time',
      files: shop(
        `apiVersion: batch/v1\nkind: Job\nmetadata: { name: orders }\nspec: { template: { spec: { terminationGracePeriodSeconds: 0, containers: [{ name: orders, image: orders }] } } }\n`,
      ),
    },
    {
      name: 'a chart without values',
      files: chart(deployment({ pod: grace('{{ .Values.graceSeconds }}') }), { 'chart/values.yaml': 'other: 10\n' }),
    },
    {
      name: 'a chart whose values differ',
      files: chart(deployment({ pod: grace('{{ .Values.graceSeconds }}') }), {
        'chart/values.yaml': 'graceSeconds: 10\n',
        'chart/values-production.yaml': 'graceSeconds: 60\n',
      }),
    },
    {
      name: 'a chart that may say how long',
      files: chart(deployment({ pod: '{{- toYaml .Values.pod | nindent 6 }}' }).replace('25', '25'), {}),
    },
    { name: 'an overlay that waits longer', files: overlay(grace('90')) },
    { name: 'a patch within a kustomization that waits longer', files: inline([grace('90')]) },
    {
      name: 'a short base that an overlay makes longer',
      files: { ...overlay(grace('90')), 'k8s/orders.yaml': deployment({ pod: grace('10') }) },
    },
  ],
});

table('require-grace-period-budget', {
  settings: { gracePeriodSeconds: 60 },
  reports: [{ name: 'a deadline beyond what the platform of the user waits', files: shop(deployment({ mark: 'short' }), after('80_000')) }],
  silent: [{ name: 'what the platform of the user waits where no manifest says', files: shop(deployment(), after('40_000')) }],
});
