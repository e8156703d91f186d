import { containerOverlay, deployment, overlay, READINESS, shop } from './cluster.js';
import { table } from './table.js';

const hook = (lines: string): string => `${READINESS}lifecycle:\n  preStop:\n    ${lines.replaceAll('\n', '\n    ')}\n`;
const withImage = (base: string, container: string, more = ''): Readonly<Record<string, string>> => ({
  ...shop(deployment({ container })),
  Dockerfile: `FROM ${base}\n${more}WORKDIR /app\nCOPY . .\nCMD ["src/main.js"]\n`,
});
const probe = (kind: string, lines: string): string => `${kind}:\n  tcpSocket:\n    port: http\n  ${lines}\n`;

table('no-invalid-lifecycle-hook', {
  at: /^(?:tcpSocket|exec|httpGet|\d+$|SIGQUIT$)/u,
  reports: [
    { name: 'a connection as a hook', files: shop(deployment({ container: hook('tcpSocket: # ! tcp\n  port: 8080') })) },
    {
      name: 'two handlers',
      files: shop(deployment({ container: hook('exec:\n  command: [sleep, "5"]\nhttpGet: # ! several\n  path: /stop\n  port: http') })),
    },
    {
      name: 'the time of a failed readiness probe',
      files: shop(deployment({ container: probe('readinessProbe', 'terminationGracePeriodSeconds: 10 # ! readinessGrace') })),
    },
    {
      name: 'several successes for liveness',
      files: shop(deployment({ container: probe('livenessProbe', 'successThreshold: 3 # ! threshold') })),
    },
    {
      name: 'several successes for startup',
      files: shop(deployment({ container: probe('startupProbe', 'successThreshold: 2 # ! threshold') })),
    },
    {
      name: 'a stop signal without an operating system',
      files: shop(deployment({ container: 'lifecycle:\n  stopSignal: SIGQUIT # ! stopSignal' })),
    },
    {
      name: 'sleep where there is none',
      files: withImage('gcr.io/distroless/nodejs22-debian12', hook('exec: # ! binary\n  command: ["sleep", "10"]')),
    },
    {
      name: 'a shell where there is none',
      files: withImage('scratch', hook('exec: # ! binary\n  command: ["/bin/sh", "-c", "sleep 10"]')),
    },
    {
      name: 'curl in a slim image',
      files: withImage('node:22-slim', hook('exec: # ! client\n  command: ["curl", "-f", "http://localhost:8080/stop"]')),
    },
    {
      name: 'curl by a shell in Alpine',
      files: withImage('node:22-alpine', hook('exec: # ! client\n  command: [sh, -c, "curl http://127.0.0.1:8080/stop"]')),
    },
    {
      name: 'what is wrong in a part of an object too',
      files: {
        ...shop(''),
        'k8s/patch.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: orders\nspec:\n  template:\n    spec:\n      containers:\n        - name: orders\n          lifecycle:\n            preStop:\n              tcpSocket: # ! tcp\n                port: 8080\n`,
      },
    },
    {
      name: 'JSON',
      files: {
        ...shop(''),
        'k8s/pod.json': `{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "metadata": { "name": "orders" },\n  "spec": {\n    "containers": [\n      {\n        "name": "orders",\n        "image": "orders",\n        "livenessProbe": {\n          "tcpSocket": { "port": 8080 },\n          "successThreshold": 2 // ! threshold\n        }\n      }\n    ]\n  }\n}\n`,
      },
    },
  ],
  silent: [
    { name: 'a wait of the platform', files: withImage('gcr.io/distroless/nodejs22-debian12', hook('sleep:\n  seconds: 5')) },
    { name: 'a request', files: shop(deployment({ container: hook('httpGet:\n  path: /stop\n  port: http') })) },
    { name: 'sleep in an image that has it', files: withImage('node:22-alpine', hook('exec:\n  command: ["sleep", "5"]')) },
    {
      name: 'a shell in a debug variant',
      files: withImage('gcr.io/distroless/nodejs22-debian12:debug', hook('exec:\n  command: ["sleep", "5"]')),
    },
    {
      name: 'a program that the build brings',
      files: withImage('scratch', hook('exec:\n  command: ["/sleep", "5"]'), 'COPY --from=busybox /bin/sleep /sleep\n'),
    },
    {
      name: 'curl that is installed',
      files: withImage(
        'node:22-slim',
        hook('exec:\n  command: ["curl", "http://localhost:8080/stop"]'),
        'RUN apt-get update && apt-get install -y curl\n',
      ),
    },
    { name: 'curl in the whole image', files: withImage('node:22', hook('exec:\n  command: ["curl", "http://localhost:8080/stop"]')) },
    {
      name: 'wget in Alpine',
      files: withImage('node:22-alpine', hook('exec:\n  command: ["wget", "-qO-", "http://localhost:8080/stop"]')),
    },
    {
      name: 'an image that is not known',
      files: withImage('registry.example/base:1', hook('exec:\n  command: ["curl", "http://localhost:8080/stop"]')),
    },
    {
      name: 'a stop signal in a patch of what says the operating system',
      files: {
        ...shop(deployment({ pod: 'os:\n  name: linux' })),
        ...containerOverlay('lifecycle:\n  stopSignal: SIGQUIT'),
      },
    },
    {
      name: 'a stop signal whose operating system a patch says',
      files: { ...shop(deployment({ container: 'lifecycle:\n  stopSignal: SIGQUIT' })), ...overlay('os:\n  name: linux') },
    },
    { name: 'one success for liveness', files: shop(deployment({ container: probe('livenessProbe', 'successThreshold: 1') })) },
    { name: 'several successes for readiness', files: shop(deployment({ container: probe('readinessProbe', 'successThreshold: 3') })) },
    {
      name: 'the time of a failed liveness probe',
      files: shop(deployment({ container: probe('livenessProbe', 'terminationGracePeriodSeconds: 30') })),
    },
    {
      name: 'a stop signal with an operating system',
      files: shop(deployment({ pod: 'os:\n  name: linux', container: 'lifecycle:\n  stopSignal: SIGQUIT' })),
    },
    {
      name: 'a threshold that a chart says',
      files: {
        ...shop(''),
        'chart/Chart.yaml': 'name: a\n',
        'chart/templates/a.yaml': deployment({ container: probe('livenessProbe', 'successThreshold: {{ .Values.successes }}') }),
      },
    },
  ],
});
