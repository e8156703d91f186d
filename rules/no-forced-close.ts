import { defineRule } from '../src/adapter/define-rule.js';
import { forcedSuggestions } from '../src/fixes/suggest-forced.js';
import { named } from '../src/project/naming.js';
import { forcedCloses } from '../src/project/questions/forced-closes.js';

export default defineRule({
  name: 'no-forced-close',
  description: 'Disallow forced closes before work in flight had its time',
  recommended: true,
  messages: { forced: '`{{call}}` cuts off work in flight before the deadline, so {{lost}}.' },
  suggestions: {
    postpone: 'Let routers notice, close connections as they go idle, and cut what is left after {{seconds}} s.',
    remove: 'Let the graceful close end by itself.',
    gentle: 'Close gracefully: `{{close}}`.',
  },
  check: (service) =>
    forcedCloses(service).map((found) => ({
      file: found.operation.site.module.path,
      span: named.span(service, found.operation.site),
      messageId: 'forced',
      data: { call: named.call(service, found.operation.site), lost: named.loss(found.operation.things) },
      suggestions: forcedSuggestions(service, found),
    })),
});
