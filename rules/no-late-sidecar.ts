import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { sidecarEdits } from '../src/fixes/sidecar.js';
import type { Deployment } from '../src/project/deployment/deployment.js';
import { containerNamed, containerSpan } from '../src/project/deployment/naming.js';
import type { Finding } from '../src/project/finding.js';
import { lateSidecars, type LateSidecar } from '../src/project/questions/late-sidecars.js';

export default defineManifestRule({
  name: 'no-late-sidecar',
  description: 'Disallow proxies and agents that are stopped together with the app that needs them',
  recommended: 'strict-manifests',
  messages: {
    beside: '{{container}} gets SIGTERM at the same time as {{app}}, so what {{app}} still sends while it drains finds nobody.',
  },
  suggestions: {
    sidecar: 'Make it a sidecar, which is stopped after the app (Kubernetes 1.29 and later).',
  },
  check: (deployment) => lateSidecars(deployment).map((found) => finding(deployment, found)),
});

function finding(deployment: Deployment, { workload, sidecar, app }: LateSidecar): Finding {
  const edits = sidecarEdits(deployment.text(workload.file) ?? '', workload.fact.pod, sidecar.fact);
  return {
    file: workload.file,
    span: containerSpan(sidecar.fact),
    messageId: 'beside',
    data: { container: containerNamed(sidecar.fact), app: containerNamed(app.fact).replace(/^T/u, 't').replace('the container ', '') },
    suggestions: [{ messageId: 'sidecar', edits }],
  };
}
