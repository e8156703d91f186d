import type { ContainerFact } from '../../manifests/kubernetes/model.js';

/** Images of databases, proxies and agents, which no repository of a service builds. */
const FOREIGN =
  /^(?:mysql|mariadb|postgres(?:ql)?|redis|valkey|mongo(?:db)?|rabbitmq|nats|kafka|zookeeper|elasticsearch|opensearch|kibana|grafana|prometheus|jaeger|all-in-one|nginx(?:-.*)?|haproxy|traefik|envoy(?:-.*)?|istio.*|proxyv2|linkerd.*|cloud-?sql-proxy|gce-proxy|oauth2-proxy|fluent-?(?:bit|d)|filebeat|vector|otel.*|opentelemetry-collector.*|datadog.*|agent|busybox|alpine|curl|wait-for.*|minio|vault(?:-.*)?|consul.*|etcd|memcached|keycloak|pgbouncer|mailhog|adminer|pgadmin4|k6|locust)$/u;

export function isForeign({ image }: ContainerFact): boolean {
  return isForeignImage(image?.name);
}

/** By the last part of its path. */
export function isForeignImage(name: string | undefined): boolean {
  return name !== undefined && FOREIGN.test(name);
}
