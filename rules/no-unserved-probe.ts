import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { servedSuggestions } from '../src/fixes/served-probe.js';
import type { Deployment } from '../src/project/deployment/deployment.js';
import { containerNamed } from '../src/project/deployment/naming.js';
import type { Finding } from '../src/project/finding.js';
import { unservedProbes, type UnservedProbe } from '../src/project/questions/unserved-probes.js';

export default defineManifestRule({
  name: 'no-unserved-probe',
  description: 'Disallow probes and hooks that ask for a path or port which the code does not serve',
  recommended: 'manifests',
  messages: {
    path: 'No route of {{container}} answers GET {{asked}}, so this {{who}} always fails{{consequence}}.',
    port: 'Nothing of {{container}} listens on port {{asked}}, so this {{who}} always fails{{consequence}}.',
    name: 'No port of {{container}} is called {{asked}}, so this {{who}} always fails{{consequence}}.',
  },
  suggestions: {
    instead: 'Ask {{instead}}.',
    open: 'Ask whether the port is open.',
    wait: 'Wait 5 s in its place (Kubernetes 1.30 and later).',
  },
  check: (deployment) => unservedProbes(deployment).map((found) => finding(deployment, found)),
});

const CONSEQUENCES: Readonly<Record<string, string>> = {
  livenessProbe: ': the container is restarted again and again',
  readinessProbe: ': no requests ever come',
  startupProbe: ': the container is restarted again and again',
  'preStop hook': ': SIGTERM comes at once',
};

function finding(deployment: Deployment, found: UnservedProbe): Finding {
  const { workload, container, because, span, who, asked } = found;
  return {
    file: workload.file,
    span,
    messageId: because,
    data: {
      container: containerNamed(container.fact).replace(/^T/u, 't'),
      asked: because === 'port' ? asked : `\`${asked}\``,
      who,
      consequence: CONSEQUENCES[who] ?? '',
    },
    suggestions: servedSuggestions(deployment.text(workload.file) ?? '', found),
  };
}
