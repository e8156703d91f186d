import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { startupEdits } from '../src/fixes/startup-probe.js';
import type { Deployment } from '../src/project/deployment/deployment.js';
import { containerNamed } from '../src/project/deployment/naming.js';
import type { Finding } from '../src/project/finding.js';
import { slowStarts, type SlowStart } from '../src/project/questions/slow-starts.js';

export default defineManifestRule({
  name: 'require-startup-probe',
  description: 'Require a startup probe where a liveness probe waits for a slow start',
  recommended: 'strict-manifests',
  messages: {
    delay:
      'For {{delay}} s after each start nobody sees whether {{container}} hangs, and a start that takes longer is restarted in the middle.',
  },
  suggestions: {
    startup: 'Ask from the start with a startupProbe, for up to {{longest}} s.',
  },
  check: (deployment) => slowStarts(deployment).map((found) => finding(deployment, found)),
});

function finding(deployment: Deployment, found: SlowStart): Finding {
  const { workload, container, delay } = found;
  const { edits, longest } = startupEdits(deployment.text(workload.file) ?? '', found);
  return {
    file: workload.file,
    span: delay.span,
    messageId: 'delay',
    data: { delay: String(delay.value), container: containerNamed(container.fact).replace(/^T/u, 't') },
    suggestions: [{ messageId: 'startup', data: { longest: String(longest) }, edits }],
  };
}
