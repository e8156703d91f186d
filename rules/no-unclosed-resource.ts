import { defineRule } from '../src/adapter/define-rule.js';
import { closeSuggestions } from '../src/fixes/suggest-close.js';
import { named } from '../src/project/naming.js';
import { unclosedResources, type UnclosedResource } from '../src/project/questions/unclosed.js';
import type { Service } from '../src/project/service.js';

const ENDS = { 'for-ever': 'it is killed', 'until-deadline': 'the deadline ends it with an error' } as const;

export default defineRule({
  name: 'no-unclosed-resource',
  description: 'Require the shutdown of a service to close everything that the service opens',
  recommended: true,
  messages: {
    unclosed: '{{opened}} is never closed by the shutdown{{where}}, so {{lost}}.',
    last: 'A loop writes each {{label}} opened here to `{{handle}}`, so the shutdown closes only the last one, and {{lost}}.',
  },
  suggestions: { close: 'Close it in the shutdown: `{{close}}`.' },
  check: (service) =>
    unclosedResources(service).map((found) => ({
      file: found.site.module.path,
      span: named.span(service, found.site),
      messageId: found.handle === undefined ? 'unclosed' : 'last',
      data: {
        opened: named.opened(service, found.site, found.thing.type.label),
        label: found.thing.type.label,
        handle: found.handle ?? '',
        where: shutdownPlace(service, found),
        lost: found.holds ? `it keeps the process alive until ${ENDS[found.holds]}` : named.loss([found.thing]),
      },
      suggestions: found.handle === undefined ? closeSuggestions(service, found) : [],
    })),
});

/** ` (src/server.ts:12)` where the shutdown stands in another file. */
function shutdownPlace(service: Service, { site, process: { listeners } }: UnclosedResource): string {
  const listener = listeners.find(({ signals }) => signals.includes('SIGTERM')) ?? listeners[0];
  return listener ? named.elsewhere(service, site, listener.site) : '';
}
