import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { rolloutSuggestions } from '../src/fixes/rollout.js';
import type { Deployment } from '../src/project/deployment/deployment.js';
import { serviceNamed, workloadNamed } from '../src/project/deployment/naming.js';
import type { Finding } from '../src/project/finding.js';
import { unsafeRollouts, type UnsafeRollout } from '../src/project/questions/unsafe-rollouts.js';

export default defineManifestRule({
  name: 'no-unsafe-rollout',
  description: 'Disallow updates that take all replicas of a routed workload away',
  recommended: 'manifests',
  messages: {
    recreate: 'An update stops all {{replicas}} pods of {{workload}} before a new one starts, so {{service}} has nobody to ask.',
    unavailable:
      'An update may take {{value}} of the pods of {{workload}} away at once, which are all of them, so {{service}} has nobody to ask.',
  },
  suggestions: { rolling: 'Start a new pod before an old one is stopped.' },
  check: (deployment) => unsafeRollouts(deployment).map((found) => finding(deployment, found)),
});

function finding(deployment: Deployment, found: UnsafeRollout): Finding {
  const { workload, because, span, value, replicas } = found;
  return {
    file: workload.file,
    span,
    messageId: because,
    data: {
      workload: workloadNamed(workload),
      service: serviceNamed(workload),
      replicas: String(replicas ?? ''),
      value,
    },
    suggestions: rolloutSuggestions(deployment.text(workload.file) ?? '', found),
  };
}
