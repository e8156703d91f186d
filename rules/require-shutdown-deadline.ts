import { defineRule } from '../src/adapter/define-rule.js';
import { deadlineSuggestions } from '../src/fixes/suggest-shutdown.js';
import { named } from '../src/project/naming.js';
import { unboundedShutdowns } from '../src/project/questions/deadlines.js';

export default defineRule({
  name: 'require-shutdown-deadline',
  description: 'Require a bound on the time that a shutdown may take',
  recommended: true,
  messages: { unbounded: 'This shutdown waits without a deadline, so one connection or job that hangs holds it until the process is killed.' },
  suggestions: { deadline: 'End the process after {{seconds}} s, whatever hangs.' },
  check: (service) => unboundedShutdowns(service).map((found) => ({
    file: found.fn.module.path,
    span: named.head(found.fn),
    messageId: 'unbounded',
    suggestions: deadlineSuggestions(service, found),
  })),
});
