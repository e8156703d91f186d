import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { delaySuggestions } from '../src/fixes/pre-stop.js';
import type { Deployment } from '../src/project/deployment/deployment.js';
import { containerNamed, containerSpan, serviceNamed } from '../src/project/deployment/naming.js';
import type { Finding } from '../src/project/finding.js';
import { abruptContainers, type AbruptContainer } from '../src/project/questions/abrupt-workloads.js';

export default defineManifestRule({
  name: 'require-drain-delay',
  description: 'Require routed workloads to go on serving for a while after SIGTERM',
  recommended: 'manifests',
  messages: {
    closes:
      '{{container}} stops to listen as soon as SIGTERM comes{{place}}, while {{service}} still sends it requests for some seconds: they are refused.',
    unhandled:
      '{{container}} has neither a preStop hook nor a SIGTERM listener, so what {{service}} still sends it while it ends is refused or cut off.',
  },
  suggestions: {
    sleep: 'Wait {{seconds}} s in a preStop hook (Kubernetes 1.30 and later).',
    exec: 'Wait {{seconds}} s with the `sleep` of the image.',
  },
  check: (deployment) => abruptContainers(deployment).map((found) => finding(deployment, found)),
});

function finding(deployment: Deployment, found: AbruptContainer): Finding {
  const { container, workload, because } = found;
  const place = found.place === undefined ? '' : ` (${found.place})`;
  return {
    file: workload.file,
    span: containerSpan(container.fact),
    messageId: because,
    data: { container: containerNamed(container.fact), service: serviceNamed(workload), place },
    suggestions: delaySuggestions(deployment.text(workload.file) ?? '', container),
  };
}
