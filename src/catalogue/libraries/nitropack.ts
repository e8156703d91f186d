import { each } from '../members.js';
import type { Library } from '../shape.js';

/** The built server closes on signals, 30,000 ms at most, calls the `close` hook and exits. Read in `dist/runtime/internal/shutdown.mjs`. */
export const nitropack: Library = {
  name: 'nitropack',
  modules: ['nitropack', 'nitropack/runtime', 'nitro', 'nitro/runtime', '#imports'],
  manual: 'https://nitro.build/deploy/runtimes/node',
  verified: 'source',
  exports: {
    ...each('defineNitroPlugin', { calls: [{ at: 0, role: 'startup', parameters: ['NitroApp'] }] }),
    ...each('defineEventHandler eventHandler', { returns: 0, calls: [{ at: 0, role: 'request', awaited: true }] }),
  },
  conventions: [
    { files: 'server/api/**', exports: { default: 'request' }, route: 'folders', prefix: '/api' },
    { files: 'server/routes/**', exports: { default: 'request' }, route: 'folders' },
    { files: 'server/middleware/**', exports: { default: 'request' } },
    { files: 'server/plugins/**', exports: { default: 'startup' } },
  ],
  commands: [
    {
      command: 'node .output/server/index.mjs',
      signals: { handles: ['SIGTERM', 'SIGINT'], then: 'exit', idempotent: true, deadline: 30_000 },
    },
  ],
  types: {
    NitroApp: { label: 'Nitro app', kind: 'value', members: { hooks: { is: 'Hooks' } } },
    Hooks: {
      label: 'Nitro hooks',
      kind: 'value',
      members: {
        hook: {
          calls: [
            { at: 1, role: 'shutdown', awaited: true, if: { at: 0, is: 'close' } },
            { at: 1, role: 'request', if: { at: 0, is: ['request', 'beforeResponse', 'afterResponse'] } },
          ],
        },
      },
    },
  },
  examples: [
    {
      code: `import { defineNitroPlugin } from 'nitropack/runtime';
import { Pool } from 'pg';

export default defineNitroPlugin((nitroApp) => {
  const pool = new Pool();
  nitroApp.hooks.hook('close', async () => {
    await pool.end(); // close
  });
});
`,
      opens: ['pg#Pool'],
      live: false,
      notClosed: 'pool.end();',
    },
  ],
};
