import { defineRule } from '../src/adapter/define-rule.js';
import { waitSuggestions } from '../src/fixes/suggest.js';
import type { Finding } from '../src/project/finding.js';
import { named } from '../src/project/naming.js';
import { unawaitedCloses, type UnawaitedClose } from '../src/project/questions/waits.js';
import type { Service } from '../src/project/service.js';

export default defineRule({
  name: 'no-unawaited-close',
  description: 'Require waiting for a close whose end matters, false awaits included',
  recommended: true,
  messages: {
    'false-await': '`{{call}}` returns no promise, so this await ends at once and {{lost}}.',
    'never-called': '`{{call}}` takes no callback, so what it was given never runs and the shutdown hangs.',
    exit: '`{{call}}` is not waited for before the process ends, so {{lost}}.',
    'later-step': '`{{call}}` is not waited for before what it still uses is closed, so {{lost}}.',
    end: '`{{call}}` is not waited for, so whoever waits for {{fn}} goes on too early and {{lost}}.',
    alive: '`{{call}}` is not waited for and nothing ends the process after it, so what is still open keeps it running until it is killed.',
  },
  suggestions: {
    await: 'Wait for `{{call}}`.',
    event: 'Wait for the event that tells the end of `{{call}}`.',
    promise: 'Wait for the callback of `{{call}}` with a promise.',
    return: 'Return the promise of `{{call}}`.',
    drop: 'Wait for the promise of `{{call}}` instead of a callback.',
    thenExit: 'End the process once `{{call}}` is over.',
  },
  check: (service) => unawaitedCloses(service).map((unawaited) => finding(service, unawaited)),
});

function finding(service: Service, unawaited: UnawaitedClose): Finding {
  const { operation, root, because } = unawaited;
  const data = { call: named.call(service, operation.site), lost: named.loss(operation.things), fn: named.fn(root.fn) };
  return {
    file: operation.site.module.path,
    span: named.span(service, operation.site),
    messageId: because,
    data,
    suggestions: waitSuggestions(service, unawaited, data),
  };
}
