import { defineRule } from '../src/adapter/define-rule.js';
import { probeSuggestions } from '../src/fixes/suggest-blocking.js';
import type { Finding } from '../src/project/finding.js';
import { named } from '../src/project/naming.js';
import { blockingProbes, type BlockingProbe } from '../src/project/questions/blocking-probes.js';
import type { Service } from '../src/project/service.js';

export default defineRule({
  name: 'no-blocking-probe',
  description: 'Disallow probe handlers that block the event loop, or that ask a dependency without a time-out',
  recommended: true,
  messages: {
    sync: 'The probe {{path}} blocks the event loop in `{{source}}`{{place}}, so every request waits and the probe itself times out.',
    liveness:
      'The liveness probe {{path}}{{asked}} asks a dependency with `{{source}}`{{place}}, so an outage of it restarts every replica.',
    readiness:
      'The probe {{path}} asks a dependency with `{{source}}`{{place}} and no time-out, so a slow dependency makes the probe itself hang.',
  },
  suggestions: {
    async: 'Use the asynchronous form.',
    bound: 'Give up after 1 s.',
    remove: 'Answer from memory: take this call out.',
    answer: 'Answer at once, and ask nothing.',
  },
  check: (service) => blockingProbes(service).map((found) => finding(service, found)),
});

function finding(service: Service, found: BlockingProbe): Finding {
  const { probe, blocking } = found;
  const data = {
    path: `\`${probe.path}\``,
    asked: probe.askedAt === undefined ? '' : ` (${probe.askedAt})`,
    source: named.callee(service, blocking.source),
    place: named.elsewhere(service, blocking.site, blocking.source),
  };
  const { site } = blocking;
  return {
    file: site.module.path,
    span: named.span(service, site),
    messageId: found.because,
    data,
    suggestions: probeSuggestions(service, found),
  };
}
