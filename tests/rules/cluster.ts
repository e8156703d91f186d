/** Parts of projects that stand on a cluster, for tables of rules. */

/** An Express service; what it does on SIGTERM is put in. */
export const server = (onSignal: string): string => `
import express from 'express';

const app = express();
app.get('/orders', (request, response) => response.json([]));
app.get('/readyz', (request, response) => response.send('ok'));
app.get('/livez', (request, response) => response.send('ok'));
const server = app.listen(8080);
${onSignal}
`;

export const CLOSING = `process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0));
});`;

export const WAITING = `process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 15_000).unref();
  await new Promise((resolve) => setTimeout(resolve, 5000));
  server.close(() => process.exit(0));
});`;

export const DOCKERFILE = `
FROM node:22-slim
WORKDIR /app
COPY . .
CMD ["node", "src/main.js"]
`;

interface Parts {
  /** Lines of the container, without indentation. */
  readonly container?: string;
  /** Lines of the pod's spec. */
  readonly pod?: string;
  /** Lines of the workload's spec. */
  readonly spec?: string;
  readonly kind?: string;
  /** Behind the container's name. */
  readonly mark?: string;
}

const indented = (text: string, indent: number): string =>
  text
    .replace(/^\n|\n\s*$/gu, '')
    .split('\n')
    .map((line) => ' '.repeat(indent) + line)
    .join('\n');

/** A Deployment of the image `orders`. */
export const deployment = ({ container = '', pod = '', spec = 'replicas: 3', kind = 'Deployment', mark = '' }: Parts = {}): string =>
  `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: orders
spec:
${indented(spec, 2)}
  selector:
    matchLabels:
      app: orders
  template:
    metadata:
      labels:
        app: orders
    spec:
${indented(pod, 6)}
      containers:
        - name: orders${mark === '' ? '' : ` # ! ${mark}`}
          image: registry.example/shop/orders:1.0.0
          ports:
            - name: http
              containerPort: 8080
${indented(container, 10)}
`.replaceAll(/^ *\n/gmu, '');

export const SERVICE = `---
apiVersion: v1
kind: Service
metadata:
  name: orders
spec:
  selector:
    app: orders
  ports:
    - port: 80
      targetPort: http
`;

export const READINESS = `
readinessProbe:
  httpGet:
    path: /readyz
    port: http
`;

/** The service, its Dockerfile and its manifest: one package called `orders`. */
export const shop = (manifest: string, onSignal = CLOSING): Readonly<Record<string, string>> => ({
  'package.json': '{ "name": "orders", "type": "module", "dependencies": { "express": "^5.0.0" } }',
  'src/main.js': server(onSignal),
  Dockerfile: DOCKERFILE,
  'k8s/orders.yaml': manifest,
});

/** A kustomization over `k8s` with a patch of the pod's spec. */
export const overlay = (patch: string): Readonly<Record<string, string>> => ({
  'k8s/kustomization.yaml': 'resources: [orders.yaml]\n',
  'overlays/small/kustomization.yaml': 'resources: [../../k8s]\npatches: [{ path: patch.yaml }]\n',
  'overlays/small/patch.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: orders\nspec:\n  template:\n    spec:\n${indented(patch, 6)}\n`,
});

/** A patch of the container. */
export const containerOverlay = (patch: string): Readonly<Record<string, string>> =>
  overlay(`containers:\n  - name: orders\n${indented(patch, 4)}`);
