import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { addKey } from '../src/fixes/manifest-keys.js';
import type { Deployment } from '../src/project/deployment/deployment.js';
import { containerNamed } from '../src/project/deployment/naming.js';
import type { Finding, Suggestion } from '../src/project/finding.js';
import { hastyProbes, type HastyProbe } from '../src/project/questions/probe-timeouts.js';

export default defineManifestRule({
  name: 'valid-probe-timeout',
  description: 'Require probes to wait longer than their handler does',
  recommended: 'manifests',
  messages: {
    short:
      'The {{kind}}Probe of {{container}} gives up after {{timeout}} s, but its handler may wait {{wait}} s ({{place}}), so a slow dependency counts as a dead container.',
  },
  suggestions: { longer: 'Wait {{seconds}} s.' },
  check: (deployment) => hastyProbes(deployment).map((found) => finding(deployment, found)),
});

function finding(deployment: Deployment, found: HastyProbe): Finding {
  const { workload, container, probe, timeout, wait, place } = found;
  return {
    file: workload.file,
    span: probe.timeoutSeconds?.span ?? probe.keySpan,
    messageId: 'short',
    data: {
      container: containerNamed(container.fact).replace(/^T/u, 't'),
      kind: probe.kind,
      timeout: String(timeout),
      wait: String(wait / 1000),
      place,
    },
    suggestions: longer(deployment.text(workload.file) ?? '', found),
  };
}

function longer(text: string, { probe, wait }: HastyProbe): readonly Suggestion[] {
  const seconds = Math.floor(wait / 1000) + 1;
  const { timeoutSeconds, place } = probe;
  const added = place ? addKey(text, place, 'timeoutSeconds', seconds, ['httpGet', 'periodSeconds', 'initialDelaySeconds']) : [];
  const edits = timeoutSeconds ? [{ span: timeoutSeconds.span, text: String(seconds) }] : added;
  return [{ messageId: 'longer', data: { seconds: String(seconds) }, edits }];
}
