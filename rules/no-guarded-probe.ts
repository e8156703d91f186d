import { defineRule } from '../src/adapter/define-rule.js';
import { guardSuggestions } from '../src/fixes/guards.js';
import { named } from '../src/project/naming.js';
import { guardedProbes } from '../src/project/questions/guarded-probes.js';

export default defineRule({
  name: 'no-guarded-probe',
  description: 'Disallow probes behind authentication, rate limits or sessions',
  recommended: true,
  messages: {
    stored:
      'The probe `{{path}}` runs through a session store (`{{guard}}`), so each probe makes a session, and an outage of the store is one of the service.',
    guarded:
      'The probe `{{path}}` stands behind {{what}} (`{{guard}}`), so the platform is turned away and restarts or isolates the service.',
  },
  suggestions: {
    move: 'Register the probe before the guard.',
    free: 'Take the guard away from the probe.',
    exempt: 'Let the probe pass the guard.',
  },
  check: (service) =>
    guardedProbes(service).map((found) => ({
      file: found.site.module.path,
      span: named.span(service, found.site),
      messageId: found.what === 'session' ? 'stored' : 'guarded',
      data: {
        path: found.path,
        what: found.what === 'rate limit' ? 'a rate limit' : found.what,
        guard: found.guard,
      },
      suggestions: guardSuggestions(service, found),
    })),
});
