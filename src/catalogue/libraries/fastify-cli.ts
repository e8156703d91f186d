import type { Library } from '../shape.js';

/** Read in `start.js`: runs the app under close-with-grace, which closes the instance; `--close-grace-delay` is 500 ms by default. */
export const fastifyCli: Library = {
  name: 'fastify-cli',
  manual: 'https://github.com/fastify/fastify-cli#start',
  verified: 'source',
  exports: {},
  conventions: [
    { files: 'app.js', exports: { default: 'plugin' }, parameters: ['fastify#FastifyInstance'] },
    { files: 'app.ts', exports: { default: 'plugin' }, parameters: ['fastify#FastifyInstance'] },
  ],
  commands: [
    {
      command: 'fastify start',
      serves: true,
      signals: {
        handles: ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT', 'SIGABRT', 'SIGBUS', 'SIGUSR2'],
        then: 'exit',
        idempotent: true,
        deadline: 500,
      },
    },
  ],
  examples: [
    {
      file: 'app.js',
      start: 'fastify start app.js',
      code: `import { Pool } from 'pg';

export default async function app(fastify) {
  const pool = new Pool();
  fastify.addHook('onClose', async () => {
    await pool.end(); // close
  });
}
`,
      opens: ['pg#Pool'],
      live: true,
    },
  ],
};
