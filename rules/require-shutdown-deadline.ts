import { defineRule } from '../src/adapter/define-rule.js';
import { deadlineSuggestions } from '../src/fixes/suggest-drain.js';
import { lingeringSuggestions } from '../src/fixes/suggest-shutdown.js';
import type { Finding } from '../src/project/finding.js';
import { named } from '../src/project/naming.js';
import { unboundedShutdowns, type UnboundedShutdown } from '../src/project/questions/deadlines.js';
import { lingeringDeadlines, type LingeringDeadline } from '../src/project/questions/lingering-deadlines.js';
import type { Service } from '../src/project/service.js';

export default defineRule({
  name: 'require-shutdown-deadline',
  description: 'Require a bound on the time that a shutdown may take',
  recommended: true,
  messages: {
    unbounded: 'This shutdown waits without a deadline, so one connection or job that hangs holds it until the process is killed.',
    lingering: 'Nothing lets go of `{{call}}`, so a shutdown that is done earlier waits for it and ends with an error.',
  },
  suggestions: {
    drain: 'Let routers notice, close connections as they go idle, and end the process after {{seconds}} s, whatever hangs.',
    deadline: 'End the process after {{seconds}} s, whatever hangs.',
    unref: 'Let the process end before the timer.',
  },
  check: (service) => [
    ...unboundedShutdowns(service).map((found) => unbounded(service, found)),
    ...lingeringDeadlines(service).map((found) => lingering(service, found)),
  ],
});

function unbounded(service: Service, found: UnboundedShutdown): Finding {
  return {
    file: found.fn.module.path,
    span: named.head(found.fn),
    messageId: 'unbounded',
    suggestions: deadlineSuggestions(service, found),
  };
}

function lingering(service: Service, found: LingeringDeadline): Finding {
  const { site } = found;
  const data = { call: named.call(service, site) };
  return {
    file: site.module.path,
    span: named.span(service, site),
    messageId: 'lingering',
    data,
    suggestions: lingeringSuggestions(service, found),
  };
}
