import { defineRule } from '../src/adapter/define-rule.js';
import { blockingSuggestions } from '../src/fixes/suggest-blocking.js';
import { named } from '../src/project/naming.js';
import { blockingHandlers } from '../src/project/questions/blocking-handlers.js';

export default defineRule({
  name: 'no-blocking-handler',
  description: 'Disallow synchronous work in request handlers and consumers',
  recommended: 'strict',
  messages: {
    blocking: '`{{source}}`{{place}} blocks the event loop in {{role}}, so every other request and the probes wait.',
    shared:
      '`{{source}}` blocks the event loop in {{count}} handlers, one of them at {{place}}, so every other request and the probes wait.',
  },
  suggestions: { async: 'Use the asynchronous form.' },
  check: (service) =>
    blockingHandlers(service).map(({ blocking, role, handlers }) => {
      const { site, source } = blocking;
      if (handlers > 1) {
        const data = { source: named.callee(service, source), count: String(handlers), place: service.place(site) };
        return { file: source.module.path, span: named.span(service, source), messageId: 'shared', data };
      }
      const data = { source: named.callee(service, source), place: named.elsewhere(service, site, source), role: named.role(role) };
      return {
        file: site.module.path,
        span: named.span(service, site),
        messageId: 'blocking',
        data,
        suggestions: blockingSuggestions(service, blocking),
      };
    }),
});
