import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { addKey, type Data } from '../src/fixes/manifest-keys.js';
import type { Deployment } from '../src/project/deployment/deployment.js';
import type { Finding, Suggestion } from '../src/project/finding.js';
import { containerNamed, containerSpan, serviceNamed } from '../src/project/deployment/naming.js';
import { unreadyContainers, type UnreadyContainer } from '../src/project/questions/unready-containers.js';

export default defineManifestRule({
  name: 'require-readiness-probe',
  description: 'Require a readiness probe for containers behind a Service',
  recommended: 'manifests',
  messages: {
    missing: '{{container}} has no readinessProbe, so {{service}} sends it requests before it listens.',
  },
  suggestions: {
    http: 'Ask {{path}} on port {{port}}.',
    tcp: 'Ask whether port {{port}} is open.',
  },
  check: (deployment) => unreadyContainers(deployment).map((found) => finding(deployment, found)),
});

function finding(deployment: Deployment, found: UnreadyContainer): Finding {
  const { container, workload } = found;
  return {
    file: workload.file,
    span: containerSpan(container.fact),
    messageId: 'missing',
    data: { container: containerNamed(container.fact), service: serviceNamed(workload) },
    suggestions: suggestion(deployment.text(workload.file) ?? '', found),
  };
}

const NEAR = ['name', 'image', 'imagePullPolicy', 'command', 'args', 'ports', 'startupProbe', 'livenessProbe'];

function suggestion(text: string, { container, path, port }: UnreadyContainer): readonly Suggestion[] {
  if (port === undefined) return [];
  const question: Data = path === undefined ? { tcpSocket: { port } } : { httpGet: { path, port } };
  const edits = addKey(text, container.fact.place, 'readinessProbe', { ...question, periodSeconds: 5 }, NEAR);
  return [{ messageId: path === undefined ? 'tcp' : 'http', data: { port: String(port), path: `\`${path ?? ''}\`` }, edits }];
}
