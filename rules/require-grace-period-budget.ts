import { defineManifestRule } from '../src/adapter/define-manifest-rule.js';
import { graceSuggestions } from '../src/fixes/grace-period.js';
import { patienceSuggestions } from '../src/fixes/patience.js';
import type { Running } from '../src/project/deployment/running.js';
import type { Deployment } from '../src/project/deployment/deployment.js';
import { containerNamed, containerSpan, entryName, workloadNamed } from '../src/project/deployment/naming.js';
import type { Finding } from '../src/project/finding.js';
import { impatientPlatforms, type ImpatientPlatform } from '../src/project/questions/impatient-platforms.js';
import { shortGraces, type CodeTime, type ShortGrace } from '../src/project/questions/grace-periods.js';

export default defineManifestRule({
  name: 'require-grace-period-budget',
  description: 'Require platforms to wait as long as the shutdown may take',
  recommended: 'manifests',
  messages: {
    zero: 'A grace period of 0 kills {{workload}} at once: neither a preStop hook nor a SIGTERM listener runs.',
    hook: 'The preStop hook of {{container}} takes {{hook}} s of {{grace}} s, so SIGKILL comes before the code has had its time.',
    mostly: 'The preStop hook of {{container}} takes {{hook}} s of {{grace}} s, which leaves {{left}} s for the shutdown itself.',
    short: '{{Container}} is killed {{grace}} s after {{event}}, but its shutdown may take {{needed}} s ({{parts}}).',
    tight:
      '{{Container}} is killed {{grace}} s after {{event}}, when its shutdown may just be over: it takes up to {{needed}} s ({{parts}}).',
    platform:
      '`{{entry}}` is killed by {{platform}} {{patience}} s after the stop signal, but its shutdown may take {{needed}} s ({{parts}}).',
  },
  suggestions: { raise: 'Wait {{seconds}} s.' },
  check: (deployment) => [
    ...shortGraces(deployment).map((found) => finding(deployment, found)),
    ...impatientPlatforms(deployment).map((found) => impatient(deployment, found)),
  ],
});

function finding(deployment: Deployment, found: ShortGrace): Finding {
  const { workload, container, stated, because, grace, hook, needed } = found;
  const Container = containerNamed(container.fact);
  const file = stated?.file ?? workload.file;
  return {
    file,
    span: stated?.span ?? found.container.fact.preStop?.span ?? containerSpan(container.fact),
    messageId: because,
    data: {
      workload: workloadNamed(workload),
      Container,
      container: Container.replace(/^T/u, 't'),
      event: found.isProbe ? 'a failed liveness probe' : 'it is told to stop',
      grace: String(grace),
      hook: String(hook),
      left: String(grace - hook),
      needed: String(needed),
      parts: partsOf(found),
    },
    suggestions: graceSuggestions(deployment.text(file) ?? '', found),
  };
}

const PLATFORMS = { compose: 'Docker Compose', pm2: 'PM2', systemd: 'systemd', ecs: 'ECS' };

function impatient(deployment: Deployment, found: ImpatientPlatform): Finding {
  const { patience, running, code } = found;
  const data = {
    platform: PLATFORMS[patience.platform],
    entry: entryName(deployment, running),
    patience: String(found.seconds),
    needed: String(code.seconds),
    parts: placesOf(code, running).join(', '),
  };
  const suggestions = patienceSuggestions(deployment.text(patience.file) ?? '', found);
  return { file: patience.file, span: patience.span, messageId: 'platform', data, suggestions };
}

/** `preStop 10 s, src/main.ts:12 25 s` */
function partsOf({ hook, code, container }: ShortGrace): string {
  const parts = code ? placesOf(code, container.source?.running) : [];
  return [...(hook > 0 ? [`preStop ${String(hook)} s`] : []), ...parts].join(', ');
}

function placesOf({ parts }: CodeTime, running: Running | undefined): readonly string[] {
  return parts.map(({ ms, site }) => `${running?.service.place(site) ?? 'code'} ${String(ms / 1000)} s`);
}
