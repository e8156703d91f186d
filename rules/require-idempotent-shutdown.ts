import { defineRule } from '../src/adapter/define-rule.js';
import { repeatSuggestions } from '../src/fixes/suggest-shutdown.js';
import { named } from '../src/project/naming.js';
import { repeatedShutdowns } from '../src/project/questions/repeats.js';

export default defineRule({
  name: 'require-idempotent-shutdown',
  description: 'Require a shutdown that can be asked for twice to run once',
  recommended: true,
  messages: { repeated: 'A second {{signals}} runs the shutdown again and begins {{closing}} twice, so it fails or ends before the first run is over.' },
  suggestions: { guard: 'Return when the shutdown has begun already.' },
  check: (service) => repeatedShutdowns(service).map((found) => ({
    file: found.listener.site.module.path,
    span: found.listener.site.call.span,
    messageId: 'repeated',
    data: { signals: found.signals.join(' or '), closing: named.operations(service, found.operations) },
    suggestions: found.fn.module === found.listener.site.module ? repeatSuggestions(service, found) : [],
  })),
});
