import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { livenessSuggestions } from '../src/fixes/shared-probe.js';
import type { Deployment } from '../src/project/deployment/deployment.js';
import { containerNamed } from '../src/project/deployment/naming.js';
import type { Finding } from '../src/project/finding.js';
import { sharedProbes, type SharedProbe } from '../src/project/questions/shared-probes.js';

export default defineManifestRule({
  name: 'no-shared-probe',
  description: 'Disallow liveness probes that ask what readiness asks, with no more patience',
  recommended: 'manifests',
  messages: {
    shared:
      '{{container}} is restarted {{slow}} s after {{target}} fails, and only taken out of service after {{quick}} s: what should stop requests restarts all replicas instead.',
  },
  suggestions: {
    patience: 'Restart after {{failures}} failures.',
    path: 'Ask {{path}}, which says that the process runs.',
  },
  check: (deployment) => sharedProbes(deployment).map((found) => finding(deployment, found)),
});

function finding(deployment: Deployment, found: SharedProbe): Finding {
  const { workload, container, liveness, patience, path } = found;
  const [slow, quick] = patience.map(String);
  return {
    file: workload.file,
    span: liveness.keySpan,
    messageId: 'shared',
    data: {
      container: containerNamed(container.fact),
      slow: slow ?? '',
      quick: quick ?? '',
      target: path === undefined ? 'the command' : `\`${path}\``,
    },
    suggestions: livenessSuggestions(deployment.text(workload.file) ?? '', found),
  };
}
