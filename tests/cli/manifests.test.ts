/** Code and manifests in one run. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectOf } from '../package/built.js';
import { deployment, READINESS, SERVICE, shop, WAITING } from '../rules/cluster.js';
import { command, linted } from './command.js';

const REPOSITORY = { '.git/HEAD': 'ref: refs/heads/main\n' };

test('finds what only code and manifest together show', async () => {
  const { notes, code } = await linted({
    ...REPOSITORY,
    ...shop(deployment({ container: READINESS, pod: 'terminationGracePeriodSeconds: 10' }) + SERVICE, WAITING),
  });
  expect(notes).toEqual(['k8s/orders.yaml:15 require-grace-period-budget']);
  expect(code).toBe(1);
});

test('lints one manifest with the whole repository in view', async () => {
  const { notes } = await linted({ ...REPOSITORY, ...shop(deployment() + SERVICE, WAITING) }, 'k8s/orders.yaml');
  expect(notes).toEqual(['k8s/orders.yaml:16 require-readiness-probe']);
});

test('--config strict has the strict rules for manifests too', async () => {
  const slow = `${READINESS}livenessProbe:\n  httpGet: { path: /livez, port: http }\n  initialDelaySeconds: 60\n`;
  const files = { ...REPOSITORY, ...shop(deployment({ container: slow }) + SERVICE, WAITING) };
  expect((await linted(files)).notes).toEqual([]);
  expect((await linted(files, '--config', 'strict', 'k8s')).notes).toEqual(['k8s/orders.yaml:27 require-startup-probe']);
});

test('--fix-suggestions repairs manifests', async () => {
  const folder = projectOf({ ...REPOSITORY, ...shop(deployment({ pod: 'terminationGracePeriodSeconds: 10' }) + SERVICE, WAITING) });
  const { stdout } = await command(folder, '--fix-suggestions', 'k8s');
  expect(stdout).toBe('No findings in 1 file.\n');
  const text = readFileSync(path.join(folder, 'k8s/orders.yaml'), 'utf8');
  expect(text).toContain('terminationGracePeriodSeconds: 20\n');
  expect(text).toContain('          readinessProbe:\n            httpGet:\n              path: /readyz\n              port: http\n');
});

test('templates are no syntax errors', async () => {
  const template = 'kind: Deployment\nspec:\n  {{- if .Values.a }}\n  replicas: {{ .Values.b }}\n  {{- end }}\n{{ fail "x" }}\n';
  const { notes } = await linted({ 'package.json': '{}', 'chart/Chart.yaml': 'name: a\n', 'chart/templates/a.yaml': template });
  expect(notes).toEqual([]);
});
