import { defineRule } from '../src/adapter/define-rule.js';
import { sweepIdle } from '../src/fixes/connections.js';
import { offer, sourceIn } from '../src/fixes/suggest.js';
import { named } from '../src/project/naming.js';
import { heldCloses } from '../src/project/questions/connections.js';

export default defineRule({
  name: 'require-connection-drain',
  description: 'Require a graceful close to end keep-alive connections that go idle',
  recommended: 'strict',
  messages: { held: '`{{call}}` waits for keep-alive connections, so it ends seconds late, or never while clients stay busy.' },
  suggestions: { sweep: 'Close connections as they go idle.' },
  check: (service) =>
    heldCloses(service).map(({ operation }) => ({
      file: operation.site.module.path,
      span: named.span(service, operation.site),
      messageId: 'held',
      data: { call: named.call(service, operation.site) },
      suggestions: offer('sweep', sweepIdle(sourceIn(service, operation.site.module), operation.site.call)),
    })),
});
