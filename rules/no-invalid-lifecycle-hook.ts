import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { hookSuggestions } from '../src/fixes/invalid-hook.js';
import type { Deployment } from '../src/project/deployment/deployment.js';
import { containerNamed } from '../src/project/deployment/naming.js';
import type { Finding } from '../src/project/finding.js';
import { invalidHooks, type InvalidHook } from '../src/project/questions/invalid-hooks.js';

export default defineManifestRule({
  name: 'no-invalid-lifecycle-hook',
  description: 'Disallow hooks and probe settings that cannot work',
  recommended: 'manifests',
  messages: {
    tcp: 'A preStop hook cannot open a TCP connection: it fails when it runs, and {{container}} is stopped without it.',
    several: 'A hook has one handler: with `{{key}}` as a second one the API server refuses the object.',
    readinessGrace: 'A failed readiness probe kills nothing, so the API server refuses a grace period of its own.',
    threshold: '`successThreshold` of a {{probe}} must be 1: the API server refuses the object.',
    stopSignal: '`stopSignal` needs `spec.os.name` and a feature gate that is off by default: most clusters drop it, and send SIGTERM.',
    binary: 'The image of {{container}} has no `{{program}}`, so this hook fails at once and the shutdown begins without it.',
    client: 'The image of {{container}} has no `{{program}}`, so this hook fails at once and never asks.',
  },
  suggestions: {
    remove: 'Remove it.',
    one: 'Set it to 1.',
    wait: 'Wait {{seconds}} s instead (Kubernetes 1.30 and later).',
    http: 'Let the kubelet ask {{path}} on port {{port}}.',
  },
  check: (deployment) => invalidHooks(deployment).map((found) => finding(deployment, found)),
});

function finding(deployment: Deployment, found: InvalidHook): Finding {
  const { file, span, because } = found;
  const data = {
    container: containerNamed(found.container).replace(/^T/u, 't'),
    key: 'key' in found ? found.key : '',
    probe: 'probe' in found ? found.probe : '',
    program: 'program' in found ? found.program : '',
  };
  return { file, span, messageId: because, data, suggestions: hookSuggestions(deployment.text(file) ?? '', found) };
}
