import { defineRule } from '../src/adapter/define-rule.js';
import { orderSuggestions } from '../src/fixes/suggest-order.js';
import { named } from '../src/project/naming.js';
import { disorders, type Disorder } from '../src/project/questions/order.js';
import type { Service } from '../src/project/service.js';

export default defineRule({
  name: 'enforce-shutdown-order',
  description: 'Enforce closing dependencies after the drain of what uses them, telemetry and logs last',
  recommended: true,
  messages: {
    before: '{{calls}} before {{user}}, so {{lost}}.',
    meanwhile: '{{calls}} while {{user}} is still draining, so {{lost}}.',
    live: '{{calls}} while the service still takes work, so {{lost}}.',
  },
  suggestions: {
    reorder: 'Wait for {{user}} first.',
    closeFirst: 'Close what still takes work first.',
    later: 'Do it in `{{hook}}`, when the work is over.',
  },
  check: (service) =>
    disorders(service).map((found) => {
      const user = found.user ? named.operations(service, [found.user]) : '';
      const data = { calls: calls(service, found), user, lost: lost(found) };
      const suggestions = orderSuggestions(service, found).map((suggestion) => ({ ...suggestion, data: { ...data, ...suggestion.data } }));
      return {
        file: found.place.module.path,
        span: named.span(service, found.place),
        messageId: found.because,
        data,
        suggestions,
      };
    }),
});

function lost({ early, others }: Disorder): string {
  const things = [early, ...others].flatMap((operation) => operation.things);
  const isReport = things.length > 0 && things.every(({ type }) => type.phase === 'flush-telemetry');
  return isReport ? 'what is reported from then on is lost' : 'work in flight loses what it needs';
}

/** `pool.end()` runs; with a list of them after it, `pool.end()` and 4 others run. */
function calls(service: Service, { place, others, because }: Disorder): string {
  const call = `\`${named.call(service, place)}\``;
  const verb = because === 'before' ? 'come' : 'run';
  return others.length === 0 ? `${call} ${verb}s` : `${call} and ${String(others.length)} others after it ${verb}`;
}
