import { defineRule } from '../src/adapter/define-rule.js';
import { inertSuggestions, revivedSuggestions, unreadySuggestions } from '../src/fixes/suggest-shutdown.js';
import { named } from '../src/project/naming.js';
import { inertListeners, type InertListener } from '../src/project/questions/inert-listeners.js';
import type { Finding, Suggestion } from '../src/project/finding.js';
import type { Service } from '../src/project/service.js';

export default defineRule({
  name: 'no-inert-signal-listener',
  description: 'Disallow termination signal listeners that neither end the process nor start a shutdown',
  recommended: true,
  messages: {
    inert: 'This listener switches the default exit on {{signals}} off and starts no shutdown, so the process hangs until it is killed.',
    revived:
      'This listener ends the processes that {{revived}} starts again, and not its own, so on {{signals}} they come back until all are killed.',
    unready:
      'This listener does nothing while `{{until}}` is not set, so a {{signals}} during the start is swallowed and the process hangs until it is killed.',
  },
  suggestions: {
    end: 'Close what is open and end the process.',
    remove: 'Remove the listener: the default action ends the process.',
    leave: 'Start none again from then on.',
    otherwise: 'End the process when there is nothing to close yet.',
  },
  check: (service) => inertListeners(service).map((inert) => finding(service, inert)),
});

function finding(service: Service, inert: InertListener): Finding {
  const { listener, until, revived } = inert;
  return {
    file: listener.site.module.path,
    span: named.span(service, listener.site),
    messageId: revived ? 'revived' : until === undefined ? 'inert' : 'unready',
    data: { signals: listener.signals.join(', '), until: until ?? '', revived: revived ? service.place(revived) : '' },
    suggestions: suggestionsFor(service, inert),
  };
}

function suggestionsFor(service: Service, { listener, until, revived }: InertListener): readonly Suggestion[] {
  if (revived) return revivedSuggestions(service, listener, revived);
  return until === undefined ? inertSuggestions(service, listener) : unreadySuggestions(service, listener, until);
}
