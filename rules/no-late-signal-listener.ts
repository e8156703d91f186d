import { defineRule } from '../src/adapter/define-rule.js';
import { lateSuggestions } from '../src/fixes/suggest-shutdown.js';
import { named } from '../src/project/naming.js';
import { lateListeners } from '../src/project/questions/late-listeners.js';

export default defineRule({
  name: 'no-late-signal-listener',
  description: 'Disallow registering termination signal listeners only after an awaited start-up step',
  recommended: true,
  messages: {
    late: 'SIGTERM is listened for only after `{{after}}`{{place}}, so a stop during start-up ends the process in the middle of it or, as PID 1, is lost.',
  },
  suggestions: {
    move: 'Register the listener before `{{after}}`.',
    early: 'Listen before `{{after}}`, and exit at once until there is something to close.',
  },
  check: (service) =>
    lateListeners(service).map((late) => {
      const data = { after: named.call(service, late.after), place: named.elsewhere(service, late.listener.site, late.after) };
      const suggestions = lateSuggestions(service, late).map((suggestion) => ({ ...suggestion, data }));
      return { file: late.listener.site.module.path, span: named.span(service, late.listener.site), messageId: 'late', data, suggestions };
    }),
});
