import { defineRule } from '../src/adapter/define-rule.js';
import { logSuggestions } from '../src/fixes/suggest-shutdown.js';
import { named } from '../src/project/naming.js';
import { silentShutdowns } from '../src/project/questions/traces.js';

export default defineRule({
  name: 'require-shutdown-log',
  description: 'Require a shutdown to leave a trace',
  recommended: 'strict',
  messages: { silent: 'This shutdown logs nothing, so nobody can tell a clean stop from a crash.' },
  suggestions: { log: 'Log that the shutdown begins.' },
  check: (service) =>
    silentShutdowns(service).map((root) => {
      const fn = service.shutdownBehind(root.fn);
      return { file: fn.module.path, span: named.head(fn), messageId: 'silent', suggestions: logSuggestions(service, root) };
    }),
});
