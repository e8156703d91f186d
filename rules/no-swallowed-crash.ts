import { defineRule } from '../src/adapter/define-rule.js';
import { crashSuggestions } from '../src/fixes/suggest-shutdown.js';
import { named } from '../src/project/naming.js';
import { swallowedCrashes } from '../src/project/questions/crashes.js';

export default defineRule({
  name: 'no-swallowed-crash',
  description: 'Disallow living on, or ending with success, after an uncaught error',
  recommended: true,
  messages: {
    'lives-on': 'The process lives on after `{{event}}` in an unknown state, so the platform goes on sending it work.',
    'exits-clean': 'The process ends with code 0 after `{{event}}`, so the platform takes the crash for a success.',
    overrides: 'This `exit` listener ends the process with code 0 whatever its code was, so the platform takes a crash for a success.',
    'start-up-clean': 'A failed start ends the process with code 0, so the platform takes it for a success.',
    'start-up': 'A failed start is only logged, so the process ends with code 0 or hangs and the platform takes it for a success.',
  },
  suggestions: { exit: 'End the process with code 1.', fail: 'End with code 1.', keep: 'Keep the code that the process ends with.' },
  check: (service) =>
    swallowedCrashes(service).map((crash) => ({
      file: crash.site.module.path,
      span: named.span(service, crash.site),
      messageId: crash.because,
      data: { event: crash.event },
      suggestions: crashSuggestions(service, crash),
    })),
});
