import { defineRule } from '../src/adapter/define-rule.js';
import { handlerExitSuggestions } from '../src/fixes/suggest.js';
import type { Finding } from '../src/project/finding.js';
import { named } from '../src/project/naming.js';
import { handlerExits, type HandlerExit } from '../src/project/questions/handler-exits.js';
import type { Service } from '../src/project/service.js';

export default defineRule({
  name: 'no-process-exit-in-handler',
  description: 'Disallow ending the process from a request handler, message consumer, socket listener or timer of a live service',
  recommended: true,
  messages: {
    work: '`{{exit}}` runs in {{role}}, so one {{unit}} ends the process and every other one in flight is lost.',
    tick: '`{{exit}}` runs in {{role}}, so it ends the process with requests and jobs in flight.',
  },
  suggestions: {
    pass: 'Hand the error on, so that only this {{unit}} fails.',
    throw: 'Throw the error, so that only this {{unit}} fails.',
    setExitCode: 'Set the exit code and go on: the process ends with it when it is stopped.',
    raise: 'Ask the process to shut down in order: raise SIGTERM.',
  },
  check: (service) => handlerExits(service).map((found) => finding(service, found)),
});

function finding(service: Service, found: HandlerExit): Finding {
  const { exit, role } = found;
  const data = { exit: named.call(service, exit.site), role: named.role(role), unit: named.unit(role) };
  const messageId = role === 'timer' || role === 'schedule' ? 'tick' : 'work';
  return {
    file: exit.site.module.path,
    span: named.span(service, exit.site),
    messageId,
    data,
    suggestions: handlerExitSuggestions(service, found, data),
  };
}
