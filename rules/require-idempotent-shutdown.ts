import { defineRule } from '../src/adapter/define-rule.js';
import { repeatSuggestions } from '../src/fixes/suggest-shutdown.js';
import { named } from '../src/project/naming.js';
import { overtakenShutdowns } from '../src/project/questions/overtaken.js';
import { repeatedShutdowns, type SecondStart } from '../src/project/questions/repeats.js';

export default defineRule({
  name: 'require-idempotent-shutdown',
  description: 'Require a shutdown that can be asked for twice to run once',
  recommended: true,
  messages: {
    repeated:
      'A second {{signals}} runs the shutdown again and begins {{closing}} twice, so it fails or ends before the first run is over.',
    overtaken: 'A second {{signals}} finds {{begun}} begun and goes straight on to `{{exit}}`, so {{loss}}.',
  },
  suggestions: {
    guard: 'Return when the shutdown has begun already.',
    once: 'Listen once: a second signal then ends the process at once.',
  },
  check: (service) => [
    ...repeatedShutdowns(service).map((found) => ({
      file: found.crash ? found.fn.module.path : found.site.module.path,
      span: found.crash ? named.head(found.fn) : named.span(service, found.site),
      messageId: 'repeated',
      data: { signals: which(found), closing: named.operations(service, found.operations) },
      suggestions: repeatSuggestions(service, found),
    })),
    ...overtakenShutdowns(service).map((found) => ({
      file: found.site.module.path,
      span: named.span(service, found.site),
      messageId: 'overtaken',
      data: {
        signals: which(found),
        begun: named.fn(found.begun),
        exit: named.call(service, found.exit.site),
        loss: named.loss(found.operations.flatMap(({ things }) => things)),
      },
      suggestions: repeatSuggestions(service, found),
    })),
  ],
});

/** Of many, the one that the platform sends. */
function which({ signals }: SecondStart): string {
  return signals.length > 3 && signals.includes('SIGTERM') ? 'SIGTERM' : signals.join(' or ');
}
