/**
 * Images that no repository of a service builds, by their names: the last part of an image's path without tag, or the last two parts.
 * `*` stands for any characters.
 */
export interface KnownImages {
  /**
   * `store` keeps data for others, `server` stands before them or beside them on its own, `monitor` shows what they do, `tool` is started for
   * one purpose. A `helper` serves one app from inside of its pod: a proxy through which it reaches others, an agent that takes its logs and
   * traces. Without it the app is cut off or blind.
   */
  readonly role: 'store' | 'server' | 'monitor' | 'tool' | 'helper';
  readonly names?: readonly string[];
  /** Where the name alone is too common. */
  readonly paths?: readonly string[];
  /** Only where the command has one of these: one image for several roles. */
  readonly words?: readonly string[];
}

export const images: readonly KnownImages[] = [
  {
    role: 'store',
    names: [
      ...['mysql', 'mariadb', 'postgres', 'postgresql', 'redis', 'valkey', 'mongo', 'mongodb', 'memcached', 'etcd', 'minio'],
      ...['rabbitmq', 'nats', 'kafka', 'zookeeper', 'elasticsearch', 'opensearch', 'vault', 'vault-*', 'consul*'],
    ],
  },
  {
    role: 'server',
    names: ['nginx', 'nginx-*', 'traefik', 'istio*', 'linkerd*', 'keycloak', 'mailhog', 'adminer', 'pgadmin4'],
  },
  {
    role: 'monitor',
    names: ['kibana', 'grafana', 'prometheus', 'jaeger', 'all-in-one', 'otel*', 'opentelemetry-collector*', 'datadog*', 'agent'],
  },
  { role: 'tool', names: ['busybox', 'alpine', 'curl', 'wait-for*', 'k6', 'locust'] },
  // To databases.
  {
    role: 'helper',
    names: [
      ...['gce-proxy', 'cloudsql-proxy', 'cloud-sql-proxy', 'cloudsql-auth-proxy', 'cloud-sql-auth-proxy', 'cloudsqlproxy'],
      ...['alloydb-auth-proxy', 'pgbouncer', 'pgbouncer-*', 'twemproxy'],
    ],
  },
  // Of meshes, and to identity.
  {
    role: 'helper',
    names: ['envoy', 'envoy-*', 'proxyv2', 'linkerd-proxy', 'linkerd2-proxy', 'oauth2-proxy', 'haproxy'],
    paths: ['linkerd/proxy'],
  },
  // Of logs, traces and metrics.
  {
    role: 'helper',
    names: [
      ...['fluentbit', 'fluentbit-*', 'fluent-bit', 'fluent-bit-*', 'fluentd', 'fluentd-*', 'fluent-d', 'filebeat', 'vector', 'promtail'],
      ...['opentelemetry-collector', 'opentelemetry-collector-*', 'opentelemetrycollector', 'otel-collector', 'otel-collector-*'],
      ...['otelcollector', 'aws-otel-collector', 'datadog-agent', 'jaeger-agent', 'aws-xray-daemon', 'cloudwatch-agent'],
    ],
    paths: [
      'datadog/agent',
      'datadog/dogstatsd',
      'datadoghq/agent',
      'datadoghq/dogstatsd',
      'datadoghq.azurecr.io/agent',
      'grafana/agent',
      'grafana/alloy',
    ],
  },
  // Of secrets.
  { role: 'helper', names: ['vault-agent', 'vault-agent-*'] },
  { role: 'helper', paths: ['vault', 'hashicorp/vault'], words: ['agent', 'proxy', 'vault agent', 'vault proxy'] },
];
