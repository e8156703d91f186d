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
    { name: "Datadog's agent", files: beside('gcr.io/datadoghq/agent:7', 'beside') },
    { name: "Datadog's agent of another registry", files: beside('public.ecr.aws/datadog/agent:7.50', 'beside') },
    { name: "Linkerd's proxy", files: beside('cr.l5d.io/linkerd/proxy:edge-24.5.1', 'beside') },
    { name: "Vault's agent", files: beside('hashicorp/vault:1.16', 'beside', 'args: ["agent", "-config=/etc/vault.hcl"]') },
    { name: 'a proxy that only ends without an error', files: beside(PROXY, 'beside', 'args: ["--exit-zero-on-sigterm"]') },
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
    { name: 'an agent of its own', files: beside('shop/agent:1') },
    { name: 'a proxy of its own', files: beside('registry.example/shop/proxy:1') },
    { name: 'a server of Vault', files: beside('hashicorp/vault:1.16', '', 'args: ["server", "-dev"]') },
    { name: 'another service', files: beside('shop/payments:1') },
    { name: 'a proxy on its own', files: { 'k8s/proxy.yaml': deployment().replace('registry.example/shop/orders:1.0.0', PROXY) } },
    { name: 'arguments that are not known', files: beside(PROXY, '', 'args: ["{{ .Values.flag }}"]') },
  ],
});
