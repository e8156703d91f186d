import type { Library } from '../shape.js';

/** Registers every module of a folder as a plugin; the folders are those of fastify-cli's template. */
export const fastifyAutoload: Library = {
  name: '@fastify/autoload',
  manual: 'https://github.com/fastify/fastify-autoload',
  verified: 'source',
  answers: 'autoload',
  exports: { default: {}, fastifyAutoload: {} },
  conventions: [
    { files: 'plugins/**', exports: { default: 'plugin' }, parameters: ['fastify#FastifyInstance'] },
    { files: 'routes/**', exports: { default: 'plugin' }, parameters: ['fastify#FastifyInstance'] },
  ],
  examples: [
    {
      code: `import autoload from '@fastify/autoload';
import Fastify from 'fastify';

const app = Fastify();
app.register(autoload, { dir: './plugins' });
process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await app.close(); // close
  process.exit(0);
});
await app.listen({ port: 3000 });
`,
      opens: ['fastify#FastifyInstance'],
      live: true,
      notClosed: 'app.close();',
    },
  ],
};
