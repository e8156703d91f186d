import { defineRule } from '../src/adapter/define-rule.js';
import { exitSuggestions } from '../src/fixes/suggest-exit.js';
import { earlyExits, type EarlyExit } from '../src/project/questions/exits.js';
import type { Finding } from '../src/project/finding.js';
import type { Service } from '../src/project/service.js';
import { named } from '../src/project/naming.js';

export default defineRule({
  name: 'no-exit-before-close',
  description: 'Disallow ending the process while a close is still under way, or with a live server that nothing closes',
  recommended: true,
  messages: {
    pending: '{{exit}} is reached while {{closing}} {{be}} still closing, so {{lost}}.',
    open: '{{exit}} ends the process while {{open}} {{be}} still live, so {{lost}}.',
    last: '{{exit}} ends the process when the last {{label}} alone is closed: a loop writes all of them to `{{handle}}`, so {{lost}}.',
  },
  suggestions: {
    awaitClose: 'Wait for {{closing}} before the process ends.',
    setExitCode: 'Set the exit code and let the process end by itself when all is closed.',
    closeFirst: 'Close {{open}} and wait for it before the process ends.',
  },
  check: (service) => earlyExits(service).map((early) => finding(service, early)),
});

function finding(service: Service, early: EarlyExit): Finding {
  const { exit } = early;
  const data = {
    exit: `\`${named.call(service, exit.site)}\``,
    closing: named.operations(service, early.pending),
    open: named.things(service, early.open),
    be: named.be(early.pending.length > 0 ? named.operations(service, early.pending) : named.things(service, early.open)),
    label: early.open[0]?.type.label ?? '',
    handle: early.handle ?? '',
    lost: named.loss(early.pending.length > 0 ? early.pending.flatMap((operation) => operation.things) : early.open),
  };
  const messageId = early.pending.length > 0 ? 'pending' : early.handle === undefined ? 'open' : 'last';
  return {
    file: exit.site.module.path,
    span: named.span(service, exit.site),
    messageId,
    data,
    suggestions: exitSuggestions(service, early, data),
  };
}
