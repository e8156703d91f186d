import { deployment, READINESS, SERVICE, shop } from './cluster.js';
import { table } from './table.js';

const LIVENESS = `
livenessProbe:
  httpGet:
    path: /livez
    port: http
`;
const routed = (parts: Parameters<typeof deployment>[0] = {}, service = SERVICE): string => deployment(parts) + service;
const SIDECAR = `  # a proxy
        - name: proxy
          image: envoyproxy/envoy:v1.31
          ports:
            - name: proxy
              containerPort: 9000
`;

const under = (folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text]));

const chartService = `apiVersion: v1
kind: Service
metadata:
  name: {{ include "orders.fullname" . }}
spec:
  ports:
    - port: 80
      targetPort: http
  selector:
    {{- include "orders.selectorLabels" . | nindent 4 }}
`;

table('require-readiness-probe', {
  at: /^"?orders"?$/u,
  reports: [
    { name: 'a container behind a Service', files: shop(routed({ mark: 'missing' })) },
    { name: 'one with a liveness probe only', files: shop(routed({ mark: 'missing', container: LIVENESS })) },
    { name: 'an environment for tests', files: { ...shop(''), 'k8s/test/orders.yaml': routed({ mark: 'missing' }) } },
    { name: 'an empty probe', files: shop(routed({ mark: 'missing', container: 'readinessProbe: {}' })) },
    {
      name: 'the container of two that the Service asks',
      files: shop(deployment({ mark: 'missing' }).trimEnd() + `\n${SIDECAR}${SERVICE}`),
    },
    {
      name: 'JSON',
      files: {
        ...shop(SERVICE),
        'k8s/deployment.json': JSON.stringify(asJson(), undefined, 2).replace(
          '"orders",\n            "image"',
          '"orders", // ! missing\n            "image"',
        ),
      },
    },
    {
      name: 'an anchor and a merge',
      files: shop(`x: &defaults\n  replicas: 2\n---\n${routed({ mark: 'missing' })}`),
    },
    {
      name: 'a chart whose blocks stand around the container',
      files: {
        ...shop(''),
        'chart/Chart.yaml': 'name: orders\nversion: 1.0.0\n',
        'chart/templates/deployment.yaml': chart('name: orders # ! missing'),
        'chart/templates/service.yaml': chartService,
      },
    },
    {
      name: 'an image whose name ends with that of a folder',
      files: { ...under('server', shop('')), 'k8s/orders.yaml': routed({ mark: 'missing' }).replace('shop/orders:', 'shop/the-server:') },
    },
    {
      name: 'chapters that have one name',
      files: { ...under('one', shop('')), ...under('two', shop(routed({ mark: 'missing' }))) },
    },
    {
      name: 'an image that Compose builds under another name',
      files: {
        ...shop(''),
        'docker-compose.yml': 'services:\n  web:\n    build: .\n    image: ${REGISTRY}/shop-front:${TAG}\n',
        'k8s/orders.yaml': routed({ mark: 'missing' }).replace('shop/orders:1.0.0', 'shop/shop-front:1.0.0'),
      },
    },
  ],
  silent: [
    {
      name: 'images that have no more than the end of their names in common with a folder',
      files: {
        ...under('server', shop('')),
        'k8s/cache.yaml': routed().replaceAll('orders', 'cache-server'),
        'k8s/store.yaml': routed().replaceAll('orders', 'store-server'),
      },
    },
    {
      name: 'manifests at the root of two packages of one name',
      files: { ...under('one', shop('')), ...under('two', shop('')), 'k8s/orders.yaml': routed() },
    },
    { name: 'what end-to-end tests put into a cluster', files: { ...shop(''), 'test/e2e/orders.yaml': routed() } },
    { name: 'a container with a readiness probe', files: shop(routed({ container: READINESS })) },
    { name: 'a worker that no Service selects', files: shop(deployment()) },
    {
      name: 'a database',
      files: { ...shop(''), 'k8s/db.yaml': routed().replace('shop/orders:1.0.0', 'mysql:8').replaceAll('orders', 'db') },
    },
    { name: 'a part of an object', files: shop(routed().replace(/ {2}selector:\n {4}matchLabels:\n {6}app: orders\n/u, '')) },
    {
      name: 'a template in the container',
      files: {
        ...shop(''),
        'chart/Chart.yaml': 'name: orders\n',
        'chart/templates/a.yaml': routed({ container: '{{- include "orders.probes" . | nindent 10 }}' }),
      },
    },
    {
      name: 'a probe that the chart makes',
      files: {
        ...shop(''),
        'chart/Chart.yaml': 'name: orders\n',
        'chart/templates/a.yaml': routed({ container: 'readinessProbe:\n  {{- toYaml .Values.readinessProbe | nindent 12 }}' }),
      },
    },
    {
      name: 'a probe in one way of a condition',
      files: {
        ...shop(''),
        'chart/Chart.yaml': 'name: orders\n',
        'chart/templates/a.yaml': routed({ container: `{{- if .Values.probes }}${READINESS}{{- end }}` }),
      },
    },
    {
      name: 'a process that consumes and serves nothing',
      files: {
        ...shop(routed()),
        'package.json': '{ "name": "orders", "type": "module", "dependencies": { "bullmq": "^5.0.0" } }',
        'src/main.js': `import { Worker } from 'bullmq';\nconst worker = new Worker('orders', async () => {});\nprocess.once('SIGTERM', async () => { await worker.close(); process.exit(0); });\n`,
      },
    },
    {
      name: 'an overlay that adds a probe',
      files: {
        ...shop(routed()),
        'k8s/kustomization.yaml':
          'resources:\n  - orders.yaml\npatches:\n  - target: { kind: Deployment }\n    patch: |-\n      - op: add\n        path: /spec/template/spec/containers/0/readinessProbe\n        value: { tcpSocket: { port: 8080 } }\n',
      },
    },
    {
      name: 'a program of another language in the same repository',
      files: {
        ...shop(''),
        'vote/Dockerfile': 'FROM python:3\nCMD ["python", "app.py"]\n',
        'k8s/vote.yaml': routed().replaceAll('orders', 'vote'),
      },
    },
  ],
});

function asJson(): object {
  const containers = [{ name: 'orders', image: 'shop/orders', ports: [{ name: 'http', containerPort: 8080 }] }];
  const template = { metadata: { labels: { app: 'orders' } }, spec: { containers } };
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'orders' }, spec: { selector: {}, template } };
}

function chart(name: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "orders.fullname" . }}
  labels:
    {{- include "orders.labels" . | nindent 4 }}
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicaCount }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "orders.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "orders.selectorLabels" . | nindent 8 }}
    spec:
      {{ if .Values.account }}
      serviceAccountName: orders
      {{ end }}
      containers:
        - ${name}
          image: "{{ .Values.image.repository }}/orders:{{ .Values.image.tag | default .Chart.AppVersion }}"
          ports:
            - name: http
              containerPort: {{ .Values.service.port }}
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
      {{- with .Values.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
`;
}
