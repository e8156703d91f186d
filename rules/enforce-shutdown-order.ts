import { defineRule } from '../src/adapter/define-rule.js';
import { orderSuggestions } from '../src/fixes/suggest-order.js';
import { named } from '../src/project/naming.js';
import { disorders } from '../src/project/questions/order.js';

export default defineRule({
  name: 'enforce-shutdown-order',
  description: 'Enforce closing dependencies after the drain of what uses them, telemetry and logs last',
  recommended: true,
  messages: {
    before: '`{{call}}` comes before {{user}}, so work in flight loses what it needs.',
    meanwhile: '`{{call}}` runs while {{user}} is still draining, so work in flight loses what it needs.',
    live: '`{{call}}` runs while the service still takes work, so work in flight loses what it needs.',
  },
  suggestions: {
    reorder: 'Wait for {{user}} first.',
    closeFirst: 'Close what still takes work first.',
    later: 'Do it in `{{hook}}`, when the work is over.',
  },
  check: (service) =>
    disorders(service).map((found) => {
      const data = { call: named.call(service, found.early.site), user: found.user ? named.operations(service, [found.user]) : '' };
      const suggestions = orderSuggestions(service, found).map((suggestion) => ({ ...suggestion, data: { ...data, ...suggestion.data } }));
      return {
        file: found.early.site.module.path,
        span: named.span(service, found.early.site),
        messageId: found.because,
        data,
        suggestions,
      };
    }),
});
