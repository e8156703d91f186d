/** What repairs write into manifests, word for word: that the finding is gone is not all. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { deployment, READINESS, SERVICE, shop } from '../rules/cluster.js';

const DELAY = 'initialDelaySeconds: 60';

const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'manifest-repairs-')));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

async function repaired(manifest: string, rule: string, file = 'k8s/orders.yaml', more: Record<string, string> = {}): Promise<string> {
  const folder = mkdtempSync(path.join(root, 'repairs-'));
  for (const [name, text] of Object.entries({ '.git/HEAD': 'x', ...shop(''), 'k8s/orders.yaml': '', ...more, [file]: manifest })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const overrideConfig = plugin.configs.all
    .filter(({ language }) => language !== undefined)
    .map((config) => ({ ...config, rules: { [`graceful-shutdown/${rule}`]: 'error' as const } }));
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig });
  const [result] = await eslint.lintFiles([path.join(folder, file)]);
  const [fix] = result?.messages.flatMap(({ suggestions = [] }) => suggestions.map((one) => one.fix)) ?? [];
  if (!fix) throw new Error('No repair.');
  return manifest.slice(0, fix.range[0]) + fix.text + manifest.slice(fix.range[1]);
}

const probe = (lines: string): string => deployment({ container: `livenessProbe:\n${lines.replace(/^\n/u, '')}` });

test('a startup probe asks in the same words', async () => {
  const lines = `
  ${DELAY}
  httpGet:
    path: /livez
    port: http
    httpHeaders:
      - name: Host
        value: orders.example # as the router wants
  timeoutSeconds: 4
  periodSeconds: 20
`;
  expect(await repaired(probe(lines), 'require-startup-probe')).toContain(
    `
          startupProbe:
            httpGet:
              path: /livez
              port: http
              httpHeaders:
                - name: Host
                  value: orders.example # as the router wants
            timeoutSeconds: 4
            periodSeconds: 5
            failureThreshold: 48
          livenessProbe:
            httpGet:
`,
  );
});

test('a startup probe names the service that gRPC asks for', async () => {
  const text = await repaired(probe(`  grpc:\n    port: 8080\n    service: live\n  ${DELAY}\n`), 'require-startup-probe');
  expect(text).toContain(
    'startupProbe:\n            grpc:\n              port: 8080\n              service: live\n            periodSeconds: 5\n',
  );
});

test('a startup probe beside one that is written with braces', async () => {
  const text = await repaired(
    deployment({ container: `livenessProbe: { ${DELAY}, tcpSocket: { port: http }, timeoutSeconds: 2 }` }),
    'require-startup-probe',
  );
  expect(text).toContain('startupProbe: { tcpSocket: { port: http }, timeoutSeconds: 2, periodSeconds: 5, failureThreshold: 48 }\n');
  expect(text).toContain('livenessProbe: { tcpSocket: { port: http }, timeoutSeconds: 2 }\n');
});

test('a startup probe in JSON', async () => {
  const container = { name: 'a', image: 'a', livenessProbe: { tcpSocket: { port: 80 }, initialDelaySeconds: 60 } };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [container] } };
  const text = await repaired(JSON.stringify(pod, null, 2), 'require-startup-probe', 'k8s/pod.json');
  const asked = { tcpSocket: { port: 80 }, periodSeconds: 5, failureThreshold: 48 };
  expect(JSON.parse(text)).toEqual({
    ...pod,
    spec: { containers: [{ ...container, startupProbe: asked, livenessProbe: { tcpSocket: { port: 80 } } }] },
  });
});

test("OpenShift's names for an update in steps", async () => {
  const spec = 'replicas: 3\nstrategy:\n  type: Recreate';
  const text = await repaired(deployment({ kind: 'DeploymentConfig', spec, container: READINESS }) + SERVICE, 'no-unsafe-rollout');
  expect(text).toContain('  strategy:\n    type: Rolling\n    rollingParams:\n      maxUnavailable: 0\n      maxSurge: 1\n');
  const usual = await repaired(deployment({ spec, container: READINESS }) + SERVICE, 'no-unsafe-rollout');
  expect(usual).toContain('  strategy:\n    type: RollingUpdate\n    rollingUpdate:\n      maxUnavailable: 0\n      maxSurge: 1\n');
});

test('a program that a script names by its path is started by that path', async () => {
  const dockerfile = 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD npm start\n';
  const manifest = JSON.stringify({ name: 'shop', scripts: { start: './node_modules/.bin/babel-node src/main.js' } });
  const files = { 'package.json': manifest, 'src/main.js': SERVICE };
  const text = await repaired(dockerfile, 'no-signal-swallowing-command', 'Dockerfile', files);
  expect(text).toMatch(/^CMD .*babel-node", "src\/main\.js"/mu);
  expect(text.match(/node_modules/gu)).toHaveLength(1);
});

test.each([
  [
    'RUN npm i -g pm2\nCMD ["pm2", "start", "ecosystem.config.json", "--no-daemon"]',
    'CMD ["pm2-runtime", "start", "ecosystem.config.json"]',
  ],
  ['CMD ["forever", "src/main.js"]', 'CMD ["node", "src/main.js"]'],
])('a program that keeps SIGTERM to itself gives way: %s', async (command, expected) => {
  const files = { 'ecosystem.config.json': JSON.stringify({ apps: [{ name: 'shop', script: 'src/main.js' }] }), 'src/main.js': SERVICE };
  const text = await repaired(`FROM node:22\nWORKDIR /app\nCOPY . .\n${command}\n`, 'no-signal-swallowing-command', 'Dockerfile', files);
  expect(text).toContain(expected);
});

test('pm2 of a script gives way to the program for containers, of the same package', async () => {
  const manifest = JSON.stringify({ name: 'shop', scripts: { start: 'pm2 start ecosystem.config.json --no-daemon' } });
  const files = { 'package.json': manifest, 'src/main.js': SERVICE };
  const text = await repaired('FROM node:22\nCOPY . .\nCMD ["npm", "start"]\n', 'no-signal-swallowing-command', 'Dockerfile', files);
  expect(text).toContain('CMD ["node_modules/.bin/pm2-runtime", "start", "ecosystem.config.json"]');
});

test('`exec` stands before the command, whatever quotes come in between', async () => {
  const command = `sh -c "node wait.js && "MODE=orders" node src/main.js"`;
  const compose = `services:\n  shop:\n    image: node:22\n    command: ${command}\n`;
  const text = await repaired(compose, 'no-signal-swallowing-command', 'compose.yaml', { 'src/main.js': SERVICE });
  expect(text).toContain(command.replace('node src', 'exec node src'));
});
