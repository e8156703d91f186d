import { deployment, shop } from './cluster.js';
import { table } from './table.js';

const beside = (image: string, mark = '', more = '', pod = ''): Readonly<Record<string, string>> =>
  shop(
    `${deployment({ pod })}        - name: helper${mark === '' ? '' : ` # ! ${mark}`}\n          image: ${image}\n${more === '' ? '' : `          ${more}\n`}`,
  );
const PROXY = 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.11.0';

table('no-late-sidecar', {
  at: /^helper$/u,
  reports: [
    { name: 'a proxy to the database', files: beside(PROXY, 'beside') },
    { name: 'a collector of traces', files: beside('otel/opentelemetry-collector-contrib:0.100.0', 'beside') },
    { name: 'an agent for logs', files: beside('fluent/fluent-bit:3', 'beside', 'args: ["-c", "/etc/fluent.conf"]') },
    {
      name: 'one beside init containers',
      files: beside(PROXY, 'beside', '', 'initContainers:\n  - name: migrate\n    image: shop/migrate'),
    },
  ],
  silent: [
    {
      name: 'a sidecar',
      files: shop(deployment({ pod: `initContainers:\n  - name: helper\n    image: ${PROXY}\n    restartPolicy: Always` })),
    },
    { name: 'a proxy that waits by itself', files: beside(PROXY, '', 'args: ["--max-sigterm-delay=30s"]') },
    { name: 'a proxy with a hook', files: beside(PROXY, '', 'lifecycle: { preStop: { sleep: { seconds: 20 } } }') },
    { name: 'another service', files: beside('shop/payments:1') },
    { name: 'a proxy on its own', files: { 'k8s/proxy.yaml': deployment().replace('registry.example/shop/orders:1.0.0', PROXY) } },
    { name: 'arguments that are not known', files: beside(PROXY, '', 'args: ["{{ .Values.flag }}"]') },
  ],
});
