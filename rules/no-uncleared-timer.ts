import { defineRule } from '../src/adapter/define-rule.js';
import { timerSuggestions } from '../src/fixes/suggest-timers.js';
import type { Finding } from '../src/project/finding.js';
import { named } from '../src/project/naming.js';
import { unclearedTimers, type StandingTimer } from '../src/project/questions/timers.js';
import type { Service } from '../src/project/service.js';

export default defineRule({
  name: 'no-uncleared-timer',
  description: 'Require repeating timers and schedules of a service to be cleared or unreferenced when it shuts down',
  recommended: true,
  messages: {
    repeating: 'No shutdown clears {{timer}}, so {{consequence}}.',
    left: 'The shutdown on SIGTERM does not clear {{timer}}, as that on another signal does, so {{consequence}}.',
    renewing: 'No shutdown clears {{timer}}, which starts itself again, so {{consequence}}.',
  },
  suggestions: {
    clear: 'Clear it when the service shuts down.',
    unref: 'Let the process end without it: `unref()`.',
    shutdown: 'Shut down on SIGTERM, and clear it there.',
  },
  check: (service) => unclearedTimers(service).map((timer) => finding(service, timer)),
});

function finding(service: Service, timer: StandingTimer): Finding {
  const { site } = timer;
  const data = { timer: named.timer(service, site), consequence: consequenceOf(timer) };
  const messageId = timer.left ? 'left' : timer.renews ? 'renewing' : 'repeating';
  return { file: site.module.path, span: named.span(service, site), messageId, data, suggestions: timerSuggestions(service, timer) };
}

function consequenceOf({ holds, killed }: StandingTimer): string {
  if (killed) return 'SIGTERM ends the process in the middle of what it does';
  return `it ${holds ? 'keeps the process alive and ' : ''}goes on working while the service shuts down`;
}
