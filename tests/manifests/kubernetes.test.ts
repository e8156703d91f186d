import { expect, test } from 'vitest';
import type { ContainerFact, WorkloadFact } from '../../src/manifests/kubernetes/model.js';
import { readKubernetes } from '../../src/manifests/kubernetes/read.js';
import { dedented } from '../dedented.js';

const API = `
  apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: api
  spec:
    replicas: 3
    selector:
      matchLabels: { app: api }
    strategy:
      rollingUpdate: { maxUnavailable: 50%, maxSurge: 1 }
    template:
      metadata:
        labels: { app: api, tier: web }
      spec:
        terminationGracePeriodSeconds: 45
        containers:
          - name: api
            image: ghcr.io/shop/api:1.2.3@sha256:abc
            command: ["node", "server.js"]
            ports:
              - { name: http, containerPort: 8080 }
            env:
              - name: PORT
                value: "8080"
              - name: SECRET
                valueFrom: { secretKeyRef: { name: a, key: b } }
            lifecycle:
              preStop:
                sleep: { seconds: 5 }
            readinessProbe:
              httpGet: { path: /ready, port: http }
              periodSeconds: 5
        initContainers:
          - name: migrate
            image: api
          - name: proxy
            image: envoy
            restartPolicy: Always
`;

const workload = (text: string): WorkloadFact => {
  const [first] = readKubernetes(dedented(text)).workloads;
  if (!first) throw new Error('no workload');
  return first;
};
const container = (text: string): ContainerFact => {
  const [first] = workload(text).pod.containers;
  if (!first) throw new Error('no container');
  return first;
};

test('a Deployment', () => {
  const { pod, ...api } = workload(API);
  expect(api).toMatchObject({
    kind: 'Deployment',
    name: 'api',
    isComplete: true,
    replicas: { value: 3 },
    labels: { app: 'api', tier: 'web' },
  });
  expect(api.strategy).toMatchObject({ maxUnavailable: { value: '50%' }, maxSurge: { value: '1' } });
  expect(pod.gracePeriod?.value).toBe(45);
  expect(pod.containers.map(({ name, role }) => `${name.value ?? '?'} ${role}`)).toEqual(['api main', 'migrate init', 'proxy sidecar']);
});

test('a container', () => {
  expect(container(API)).toMatchObject({
    image: { name: 'api', reference: 'ghcr.io/shop/api:1.2.3@sha256:abc' },
    command: { words: ['node', 'server.js'] },
    ports: [{ name: 'http', number: 8080 }],
    env: { PORT: { value: '8080' }, SECRET: { value: undefined } },
    preStop: { handlers: [{ kind: 'sleep', seconds: { value: 5 } }] },
    probes: {
      readiness: {
        isWhole: true,
        handlers: [{ kind: 'httpGet', path: { value: '/ready' }, port: { value: 'http' } }],
        periodSeconds: { value: 5 },
      },
    },
  });
});

test('spans are those of the text', () => {
  const text = dedented(API);
  const { pod, span } = workload(API);
  const cut = (place: readonly [number, number] | undefined): string => text.slice(...(place ?? [0, 0]));
  expect(cut(span)).toBe('api');
  expect(cut(pod.gracePeriod?.span)).toBe('45');
  expect(cut(pod.containers[0]?.probes.readiness?.keySpan)).toBe('readinessProbe');
  expect(cut(pod.containers[0]?.preStop?.handlers[0]?.span)).toBe('sleep: { seconds: 5 }');
});

test.each([
  ['CronJob', 'spec: { jobTemplate: { spec: { template: { spec: { containers: [{ name: a, image: b }] } } } } }', true],
  ['Job', 'spec: { template: { spec: { containers: [{ name: a, image: b }] } } }', true],
  ['Pod', 'spec: { containers: [{ name: a, image: b }] }', false],
  ['Rollout', 'spec: { selector: {}, template: { spec: { containers: [{ name: a, image: b }] } } }', false],
  ['DaemonSet', 'spec: { selector: {}, template: { spec: { containers: [{ name: a, image: b }] } } }', false],
])('a %s makes pods', (kind, spec, isTask) => {
  const text = `apiVersion: v1\nkind: ${kind}\nmetadata: { name: x }\n${spec}\n`;
  expect(workload(text)).toMatchObject({ kind, isTask, isComplete: true, pod: { containers: [{ name: { value: 'a' } }] } });
});

test('a Service of Knative is a workload, and one of Kubernetes is none', () => {
  const spec = 'spec: { template: { spec: { containers: [{ image: a }] } } }';
  expect(workload(`apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: x }\n${spec}\n`)).toMatchObject({
    kind: 'Service',
  });
  const file = readKubernetes(
    'apiVersion: v1\nkind: Service\nmetadata: { name: x }\nspec: { selector: { app: x }, ports: [{ port: 80, targetPort: http }] }\n',
  );
  expect(file.workloads).toEqual([]);
  expect(file.services).toMatchObject([{ name: 'x', selector: { app: 'x' }, ports: [{ port: '80', targetPort: 'http' }] }]);
});

test('lists, several documents and JSON', () => {
  const object =
    '{ "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "x" }, "spec": { "containers": [{ "name": "a", "image": "b" }] } }';
  expect(readKubernetes(`{ "kind": "List", "items": [${object}, ${object}] }`).workloads).toHaveLength(2);
  expect(readKubernetes(`---\n${object}\n---\n${object}\n---\n`).workloads).toHaveLength(2);
});

test('a part of an object is none that is complete', () => {
  expect(
    workload('apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: x }\nspec: { template: { spec: { containers: [{ name: a }] } } }\n')
      .isComplete,
  ).toBe(false);
  expect(workload('apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: x }\n$patch: delete\n').isDeletion).toBe(true);
});

test('Ingress and HTTPRoute name Services', () => {
  const ingress =
    'kind: Ingress\nspec: { defaultBackend: { service: { name: a } }, rules: [{ http: { paths: [{ path: /, backend: { service: { name: b, port: { number: 80 } } } }] } }] }\n';
  expect(readKubernetes(ingress).routes[0]?.services).toEqual(['a', 'b']);
  expect(readKubernetes('kind: HTTPRoute\nspec: { rules: [{ backendRefs: [{ name: c, port: 80 }] }] }\n').routes[0]?.services).toEqual([
    'c',
  ]);
});

test('a chart: what a template makes is not known, what stands there is', () => {
  const chart = `
    kind: Deployment
    apiVersion: apps/v1
    metadata: { name: {{ .Release.Name }} }
    spec:
      selector:
        matchLabels:
          {{- include "app.selectorLabels" . | nindent 6 }}
      template:
        metadata:
          labels:
            {{- include "app.selectorLabels" . | nindent 8 }}
        spec:
          terminationGracePeriodSeconds: {{ .Values.grace }}
          containers:
            - name: {{ .Chart.Name }}
              image: "{{ .Values.image.repo }}/cart:{{ .Values.image.tag }}"
              livenessProbe:
                {{- toYaml .Values.livenessProbe | nindent 12 }}
              {{- with .Values.lifecycle }}
              lifecycle:
                {{- toYaml . | nindent 12 }}
              {{- end }}
  `;
  const [one] = readKubernetes(dedented(chart), (path) => (path === 'grace' ? '20' : undefined)).workloads;
  expect(one?.name).toBe(undefined);
  expect(one?.hasMoreLabels).toBe(true);
  expect(one?.labelIncludes).toContain('app.selectorLabels');
  expect(one?.pod.gracePeriod?.value).toBe(20);
  const [first] = one?.pod.containers ?? [];
  expect(first).toMatchObject({
    image: { name: 'cart', reference: undefined },
    hasUnseenLifecycle: true,
    probes: { liveness: { isWhole: false } },
  });
  expect(first?.place.isWhole).toBe(true);
});

test('a kustomization', () => {
  const text =
    'resources: [../base]\nimages: [{ name: api, newName: ghcr.io/x/api }]\npatches:\n  - path: a.yaml\n  - target: { kind: Deployment, name: api }\n    patch: |-\n      kind: Deployment\npatchesStrategicMerge: [b.yaml]\n';
  expect(readKubernetes(text).kustomizations).toMatchObject([
    {
      resources: ['../base'],
      images: [{ name: 'api', newName: 'ghcr.io/x/api' }],
      patches: [{ path: 'a.yaml' }, { inline: 'kind: Deployment', target: { kind: 'Deployment', name: 'api' } }, { path: 'b.yaml' }],
    },
  ]);
});

test('other files are nothing', () => {
  expect(readKubernetes('name: ci\non: push\njobs: { test: { steps: [] } }\n').workloads).toEqual([]);
});

test('the objects of a template of OpenShift, whose parameters are not known', () => {
  const [workload, ...others] = readKubernetes(
    dedented(`
      apiVersion: template.openshift.io/v1
      kind: Template
      metadata: { name: orders }
      parameters:
        - { name: REPLICAS, value: "2" }
      objects:
        - apiVersion: apps/v1
          kind: Deployment
          metadata: { name: orders }
          spec:
            replicas: \${{REPLICAS}}
            selector: { matchLabels: { app: orders } }
            template:
              metadata: { labels: { app: orders } }
              spec:
                terminationGracePeriodSeconds: \${{GRACE}}
                containers:
                  - name: orders
                    image: \${IMAGE}:\${TAG}
                    livenessProbe:
                      httpGet: { path: "\${PROBE_PATH}", port: 3000 }
                    readinessProbe:
                      httpGet: { path: /ready, port: 3000 }
    `),
  ).workloads;
  const container = workload?.pod.containers[0];
  expect(others).toEqual([]);
  expect(workload).toMatchObject({ kind: 'Deployment', name: 'orders' });
  expect(workload?.replicas?.value).toBeUndefined();
  expect(container?.name.value).toBe('orders');
  expect(container?.probes.liveness?.handlers[0]?.path?.value).toBeUndefined();
  expect(container?.probes.readiness?.handlers[0]?.path?.value).toBe('/ready');
});
