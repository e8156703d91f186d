import { defineRule } from '../src/adapter/define-rule.js';
import { inertSuggestions, unreadySuggestions } from '../src/fixes/suggest-shutdown.js';
import { named } from '../src/project/naming.js';
import { inertListeners } from '../src/project/questions/inert-listeners.js';

export default defineRule({
  name: 'no-inert-signal-listener',
  description: 'Disallow termination signal listeners that neither end the process nor start a shutdown',
  recommended: true,
  messages: {
    inert: 'This listener switches the default exit on {{signals}} off and starts no shutdown, so the process hangs until it is killed.',
    unready:
      'This listener does nothing while `{{until}}` is not set, so a {{signals}} during the start is swallowed and the process hangs until it is killed.',
  },
  suggestions: {
    end: 'Close what is open and end the process.',
    remove: 'Remove the listener: the default action ends the process.',
    otherwise: 'End the process when there is nothing to close yet.',
  },
  check: (service) =>
    inertListeners(service).map(({ listener, until }) => ({
      file: listener.site.module.path,
      span: named.span(service, listener.site),
      messageId: until === undefined ? 'inert' : 'unready',
      data: { signals: listener.signals.join(', '), until: until ?? '' },
      suggestions: until === undefined ? inertSuggestions(service, listener) : unreadySuggestions(service, listener, until),
    })),
});
