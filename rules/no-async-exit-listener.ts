import { defineRule } from '../src/adapter/define-rule.js';
import { exitListenerSuggestions } from '../src/fixes/suggest-exit-listener.js';
import type { Finding } from '../src/project/finding.js';
import { named } from '../src/project/naming.js';
import { lostWork, type LostWork } from '../src/project/questions/exit-listeners.js';
import type { Service } from '../src/project/service.js';

export default defineRule({
  name: 'no-async-exit-listener',
  description: 'Disallow asynchronous work in exit listeners of the process',
  recommended: true,
  messages: {
    exit: 'An `exit` listener runs no asynchronous work, so {{work}} never ends.',
    beforeExit: '`beforeExit` is not emitted on signals, so {{work}} never runs when the platform says stop.',
  },
  suggestions: {
    sync: 'Use the synchronous form.',
    listen: 'Do it on SIGTERM instead.',
    before: 'Do it before the process exits by itself: `beforeExit`.',
    remove: 'Remove the listener: the shutdown does this already.',
  },
  check: (service) => lostWork(service).map((lost) => finding(service, lost)),
});

function finding(service: Service, lost: LostWork): Finding {
  const { handover, event, operations, begun } = lost;
  const { module, call } = handover.site;
  const waited = begun ? `\`${named.callee(service, begun)}\`` : 'what it waits for';
  const work = operations.length > 0 ? named.operations(service, operations) : waited;
  return {
    file: module.path,
    span: named.span(service, { module, call, owner: 0 }),
    messageId: event,
    data: { work },
    suggestions: exitListenerSuggestions(service, lost),
  };
}
