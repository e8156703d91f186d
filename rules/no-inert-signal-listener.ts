import { defineRule } from '../src/adapter/define-rule.js';
import { inertSuggestions } from '../src/fixes/suggest-shutdown.js';
import { inertListeners } from '../src/project/questions/inert-listeners.js';

export default defineRule({
  name: 'no-inert-signal-listener',
  description: 'Disallow termination signal listeners that neither end the process nor start a shutdown',
  recommended: true,
  messages: { inert: 'This listener switches the default exit on {{signals}} off and starts no shutdown, so the process hangs until it is killed.' },
  suggestions: { end: 'Close what is open and end the process.', remove: 'Remove the listener: the default action ends the process.' },
  check: (service) => inertListeners(service).map((listener) => ({
    file: listener.site.module.path,
    span: listener.site.call.span,
    messageId: 'inert',
    data: { signals: listener.signals.join(', ') },
    suggestions: inertSuggestions(service, listener),
  })),
});
