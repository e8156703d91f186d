import { defineRule } from '../src/adapter/define-rule.js';
import { quotedIn } from '../src/fixes/suggest-shutdown.js';
import { offer } from '../src/fixes/suggest.js';
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
  suggestions: { listen: 'Do it on SIGTERM instead.', before: 'Do it before the process exits by itself: `beforeExit`.' },
  check: (service) => lostWork(service).map((lost) => finding(service, lost)),
});

function finding(service: Service, { handover, event, operations }: LostWork): Finding {
  const { module, call } = handover.site;
  const [name] = call.args;
  const renamed = (text: string): Finding['fix'] => name?.kind === 'literal' ? [{ span: name.span, text: quotedIn(service, module, text) }] : undefined;
  const work = operations.length > 0 ? named.operations(service, operations) : 'what it waits for';
  const before = event === 'exit' ? offer('before', renamed('beforeExit')) : [];
  return { file: module.path, span: named.span(service, { module, call, owner: 0 }), messageId: event, data: { work }, suggestions: [...offer('listen', renamed('SIGTERM')), ...before] };
}
