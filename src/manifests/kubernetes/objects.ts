import type { Item } from '../yaml/item.js';
import { podFact } from './containers.js';
import type { ObjectName, RouteFact, ServiceFact, StrategyFact, WorkloadFact } from './model.js';

export function objectName(item: Item): ObjectName {
  const metadata = item.get('metadata');
  return { kind: item.get('kind')?.text ?? '', name: metadata?.get('name')?.text, namespace: metadata?.get('namespace')?.text };
}

/** Where the pod's template stands, by kind. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Rollout: ['spec', 'template'],
  DeploymentConfig: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Pod: [],
};
const SELECTING = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Rollout']);
const KNATIVE = /^serving\.knative\.dev\//u;

export function isKnative(item: Item): boolean {
  return KNATIVE.test(item.get('apiVersion')?.text ?? '');
}

export function workloadFact(item: Item): WorkloadFact | undefined {
  const name = objectName(item);
  const template = TEMPLATES[name.kind] ?? (name.kind === 'Service' && isKnative(item) ? ['spec', 'template'] : undefined);
  if (!template) return undefined;
  const pod = item.at(...template);
  const spec = item.get('spec');
  const facts = podFact(pod?.get('spec'));
  return {
    ...name,
    span: item.at('metadata', 'name')?.span ?? [item.span[0], item.span[0]],
    isComplete: isComplete(item, name) && facts.containers.length > 0 && facts.containers.every(({ image }) => image !== undefined),
    isDeletion: item.get('$patch')?.text === 'delete',
    isTask: name.kind === 'Job' || name.kind === 'CronJob',
    replicas: spec?.get('replicas')?.statedNumber,
    strategy: strategyFact(spec),
    spec: spec?.place,
    labels: labelsOf(pod?.at('metadata', 'labels')),
    hasMoreLabels: pod?.at('metadata', 'labels')?.place?.isWhole !== true,
    labelIncludes: includesIn(pod?.get('metadata')),
    annotations: (pod?.at('metadata', 'annotations')?.entries ?? []).map(({ key }) => key),
    pod: facts,
  };
}

function isComplete(item: Item, { kind }: ObjectName): boolean {
  const isNamed = item.at('metadata', 'name') !== undefined || item.at('metadata', 'generateName') !== undefined;
  if (!isNamed || !item.has('apiVersion')) return false;
  return !SELECTING.has(kind) || item.at('spec', 'selector') !== undefined;
}

function strategyFact(spec: Item | undefined): StrategyFact | undefined {
  const entry = spec?.entries.find(({ key }) => key === 'strategy' || key === 'updateStrategy');
  const place = entry?.item.place;
  if (!entry || !place) return undefined;
  // OpenShift's DeploymentConfig has its own names.
  const rolling = entry.item.get('rollingUpdate') ?? entry.item.get('rollingParams');
  return {
    span: [entry.keySpan[0], entry.item.span[1]],
    place,
    type: entry.item.get('type')?.statedText,
    rolling: rolling?.place,
    maxUnavailable: rolling?.get('maxUnavailable')?.statedText,
    maxSurge: rolling?.get('maxSurge')?.statedText,
  };
}

type Labels = Readonly<Record<string, string | undefined>>;

/** As text, so that templates which are written alike match. */
function labelsOf(item: Item | undefined): Labels {
  return Object.fromEntries((item?.entries ?? []).map(({ key, item: value }) => [key, value.raw ?? writtenOf(value)]));
}

function writtenOf(item: Item): string | undefined {
  return item.branches || item.kind !== 'scalar' ? undefined : item.source.text.slice(...item.span);
}

export function serviceFact(item: Item): ServiceFact | undefined {
  const name = objectName(item);
  if (name.kind !== 'Service' || isKnative(item)) return undefined;
  const spec = item.get('spec');
  const selector = spec?.get('selector');
  const isKnown = selector?.kind === 'map' && selector.entries.length > 0;
  return {
    ...name,
    span: item.at('metadata', 'name')?.span ?? [item.span[0], item.span[0]],
    selector: isKnown ? labelsOf(selector) : undefined,
    includes: isKnown ? [] : includesIn(selector),
    ports: (spec?.get('ports')?.items ?? []).map((port) => ({
      name: port.get('name')?.text,
      targetPort: port.get('targetPort')?.text,
      port: port.get('port')?.text,
    })),
    isHeadless: spec?.get('clusterIP')?.text === 'None',
  };
}

/** Templates that write labels: `include "app.selectorLabels" .`. */
function includesIn(item: Item | undefined): readonly string[] {
  if (!item) return [];
  return item.source
    .templatesAt(item.span)
    .flatMap((text) => [...text.matchAll(/(?:include|template)\s+"([\w./-]+)"/gu)].flatMap(([, name]) => name ?? []));
}

const ROUTES = new Set(['Ingress', 'HTTPRoute', 'GRPCRoute', 'VirtualService', 'IngressRoute', 'Route', 'HTTPProxy']);

/** Names of Services that something outside of the cluster leads to, wherever they stand in the object. */
export function routeFact(item: Item): RouteFact | undefined {
  const name = objectName(item);
  if (!ROUTES.has(name.kind)) return undefined;
  return { ...name, services: [...new Set(namesIn(item.get('spec'), 0))] };
}

const NAMING = new Set(['service', 'serviceName', 'backendRefs', 'destination', 'services', 'to']);
const DEEPEST = 12;

function namesIn(item: Item | undefined, depth: number): readonly string[] {
  if (!item || depth > DEEPEST) return [];
  const below = item.items.flatMap((one) => namesIn(one, depth + 1));
  return [...below, ...item.entries.flatMap(({ key, item: value }) => (NAMING.has(key) ? named(value) : namesIn(value, depth + 1)))];
}

function named(item: Item): readonly string[] {
  const all = item.kind === 'list' ? item.items : [item];
  return all.flatMap((one) => one.text ?? one.get('name')?.text ?? one.get('host')?.text ?? []);
}
