import { defineRule } from '../src/adapter/define-rule.js';
import { drainSuggestions } from '../src/fixes/suggest-drain.js';
import { named } from '../src/project/naming.js';
import { heldCloses } from '../src/project/questions/connections.js';

export default defineRule({
  name: 'require-connection-drain',
  description: 'Require a graceful close to end keep-alive connections that go idle',
  recommended: 'strict',
  messages: { held: '`{{call}}` waits for keep-alive connections, so it ends seconds late, or never while clients stay busy.' },
  suggestions: { sweep: 'Let routers notice, close connections as they go idle, and cut what is left after {{seconds}} s.' },
  check: (service) =>
    heldCloses(service).map(({ operation }) => ({
      file: operation.site.module.path,
      span: named.span(service, operation.site),
      messageId: 'held',
      data: { call: named.call(service, operation.site) },
      suggestions: drainSuggestions(service, operation),
    })),
});
