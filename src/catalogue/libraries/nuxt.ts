import type { Library } from '../shape.js';

/** Its server is that of Nitro. Read in `package.json` and `nitropack`. */
export const nuxt: Library = {
  name: 'nuxt',
  manual: 'https://nuxt.com/docs/4.x/directory-structure/server',
  verified: 'source',
  answers: 'nuxt',
  exports: {},
  conventions: [
    { files: 'server/api/**', exports: { default: 'request' }, route: 'folders', prefix: '/api' },
    { files: 'server/routes/**', exports: { default: 'request' }, route: 'folders' },
    { files: 'server/middleware/**', exports: { default: 'request' } },
    { files: 'server/plugins/**', exports: { default: 'startup' } },
  ],
  examples: [
    {
      file: 'server/api/health.get.ts',
      code: `export default () => ({ ok: true });
`,
      opens: [],
      live: false,
    },
  ],
};
