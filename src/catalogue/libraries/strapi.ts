import type { Library } from '../shape.js';

/** Destroys itself and exits on signals; `destroy` of `src/index` runs then. Read in `@strapi/core/dist/utils/signals.js`. */
export const strapi: Library = {
  name: '@strapi/strapi',
  manual: 'https://docs.strapi.io/cms/configurations/functions',
  verified: 'source',
  answers: 'strapi',
  exports: { createStrapi: { returns: 'Strapi', opens: true, signals: { handles: ['SIGTERM', 'SIGINT'], then: 'exit' } }, factories: {} },
  conventions: [{ files: 'src/index.*', exports: { register: 'startup', bootstrap: 'startup', destroy: 'shutdown' } }],
  commands: [{ command: 'strapi start', signals: { handles: ['SIGTERM', 'SIGINT'], then: 'exit' } }],
  types: {
    Strapi: {
      label: 'Strapi app',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      members: {
        start: { promise: true, starts: true },
        load: { promise: true, resolves: 'this' },
        destroy: { promise: true, closes: { style: 'promise', drains: true } },
      },
    },
  },
  examples: [
    {
      code: `import { createStrapi } from '@strapi/strapi';

await createStrapi().start();
`,
      opens: [],
      live: true,
    },
  ],
};
