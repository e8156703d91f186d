import type { ImageFact } from '../../manifests/kubernetes/model.js';
import type { Deployment } from '../deployment/deployment.js';
import { workloadsOf, type Container, type Workload } from '../deployment/workloads.js';

/** A helper of the app that is stopped at the same time as the app. */
export interface LateSidecar {
  readonly workload: Workload;
  readonly sidecar: Container;
  /** The app that still needs it. */
  readonly app: Container;
}

/** Proxies through which an app reaches others, and agents that take its logs and traces. */
const HELPERS =
  /^(?:(?:gce|cloud-?sql|alloydb-auth)-proxy|cloud-?sql-?(?:auth-)?proxy|envoy(?:-.*)?|proxyv2|linkerd2?-proxy|pgbouncer(?:-.*)?|oauth2-proxy|fluent-?(?:bit|d)(?:-.*)?|filebeat|vector|promtail|(?:opentelemetry|otel)-?collector(?:-.*)?|aws-otel-collector|datadog-agent|jaeger-agent|aws-xray-daemon|cloudwatch-agent|vault-agent(?:-.*)?|twemproxy|haproxy)$/u;
/** Helpers whose image has a common name, by the last two parts of its path. */
const BY_PATH = /^(?:datadog(?:hq)?(?:\.azurecr\.io)?\/(?:agent|dogstatsd)|linkerd\/proxy|grafana\/(?:agent|alloy))$/u;
/** Of Vault's own image it depends on what it runs as. */
const VAULT = /^(?:hashicorp\/)?vault$/u;
/** Settings by which such a helper waits for the app by itself. */
const WAITING = /max-sigterm-delay|term_timeout|drain-time|shutdown-?grace/iu;

export function lateSidecars(deployment: Deployment): readonly LateSidecar[] {
  return deployment.ask(workloadsOf).flatMap((workload) => {
    const main = workload.containers.filter(({ fact }) => fact.role === 'main');
    const app = main.find(({ source }) => source !== undefined);
    if (workload.fact.isTask || !app) return [];
    return main.filter((container) => container !== app && isHelper(container)).map((sidecar) => ({ workload, sidecar, app }));
  });
}

function isHelper({ fact }: Container): boolean {
  const words = [...(fact.command?.words ?? []), ...(fact.args?.words ?? [])];
  const isHidden = fact.hasUnseenLifecycle || [fact.command, fact.args].some((list) => list && !list.words);
  return isHelping(fact.image, words) && !fact.preStop && !isHidden && !words.some((word) => WAITING.test(word));
}

function isHelping(image: ImageFact | undefined, words: readonly string[]): boolean {
  const { name = '', path = '' } = image ?? {};
  if (HELPERS.test(name) || BY_PATH.test(path)) return true;
  return VAULT.test(path) && words.some((word) => /\bvault (?:agent|proxy)\b|^(?:agent|proxy)$/u.test(word));
}
