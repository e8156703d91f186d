import { defineRule } from '../src/adapter/define-rule.js';
import { passGuard } from '../src/fixes/guards.js';
import { offer, sourceIn } from '../src/fixes/suggest.js';
import { named } from '../src/project/naming.js';
import { guardedProbes } from '../src/project/questions/guarded-probes.js';

export default defineRule({
  name: 'no-guarded-probe',
  description: 'Disallow probes behind authentication, rate limits or sessions',
  recommended: true,
  messages: { guarded: 'The probe `{{path}}` stands behind {{what}} (`{{guard}}`), so the platform is turned away and restarts or isolates the service.' },
  suggestions: { move: 'Register the probe before the guard.' },
  check: (service) => guardedProbes(service).map((found) => ({
    file: found.site.module.path,
    span: named.span(service, found.site),
    messageId: 'guarded',
    data: { path: found.path, what: found.what === 'rate limit' ? 'a rate limit' : found.what === 'session' ? 'a session store' : found.what, guard: found.guard },
    suggestions: offer('move', passGuard(sourceIn(service, found.site.module), found)),
  })),
});
