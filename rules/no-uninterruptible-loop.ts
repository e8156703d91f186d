import { defineRule } from '../src/adapter/define-rule.js';
import { stopLoop } from '../src/fixes/loops.js';
import { stopPoll } from '../src/fixes/polls.js';
import { offer } from '../src/fixes/suggest.js';
import { endlessLoops } from '../src/project/questions/loops.js';

export default defineRule({
  name: 'no-uninterruptible-loop',
  description: 'Disallow endless worker loops that read no stop flag',
  recommended: true,
  messages: {
    endless: 'Nothing can end this loop, so it goes on taking work while the service shuts down and is killed in the middle of it.',
  },
  suggestions: { flag: 'Leave the loop once SIGTERM has come.' },
  check: (service) =>
    endlessLoops(service).map((loop) => ({
      file: loop.module.path,
      span: loop.span,
      messageId: 'endless',
      suggestions: offer('flag', (loop.isFunction ? stopPoll : stopLoop)(service, loop)),
    })),
});
