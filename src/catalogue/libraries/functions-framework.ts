import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Its command exits at once on signals. Read in `build/src/invoker.js`. */
export const functionsFramework: Library = {
  name: '@google-cloud/functions-framework',
  manual: 'https://github.com/GoogleCloudPlatform/functions-framework-nodejs#readme',
  verified: 'source',
  exports: { ...each('http cloudEvent', { calls: [{ at: 1, role: 'request', awaited: true }] }) },
  commands: [{ command: 'functions-framework', signals: { handles: ['SIGINT', 'SIGTERM'], then: 'exit' } }],
  examples: [
    {
      code: `import { http } from '@google-cloud/functions-framework';

http('hello', (request, response) => response.send('ok'));
`,
      opens: [],
      live: false,
    },
  ],
};
