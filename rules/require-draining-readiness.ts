import { defineRule } from '../src/adapter/define-rule.js';
import { readDraining } from '../src/fixes/readiness.js';
import { offer } from '../src/fixes/suggest.js';
import { named } from '../src/project/naming.js';
import { steadyReadiness } from '../src/project/questions/readiness.js';

export default defineRule({
  name: 'require-draining-readiness',
  description: 'Require readiness probes to say no while the service drains',
  recommended: 'strict',
  messages: {
    steady: 'The readiness probe `{{path}}` goes on saying ready while the service drains, so new requests are still sent to it.',
  },
  suggestions: { flag: 'Answer 503 once the shutdown has begun.' },
  check: (service) =>
    steadyReadiness(service).map((probe) => ({
      file: probe.fn.module.path,
      span: probe.part ?? named.head(probe.fn),
      messageId: 'steady',
      data: { path: probe.path },
      suggestions: offer('flag', readDraining(service, probe)),
    })),
});
