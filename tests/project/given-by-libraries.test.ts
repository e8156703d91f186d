/** What a library gives to the functions that it calls. */
import { table } from '../rules/table.js';

table('no-unawaited-close', {
  at: /close/u,
  reports: [
    {
      name: 'the callback of a hook that nobody calls',
      manifest: { type: 'commonjs' },
      dependencies: { '@elastic/elasticsearch': '^8.0.0' },
      files: {
        'plugins/elastic.js': `
        const { Client } = require('@elastic/elasticsearch');
        const fp = require('fastify-plugin');
        module.exports = fp(async (fastify, options) => {
          fastify.decorate('elastic', new Client({ node: options.node }));
          fastify.addHook('onClose', (instance, done) => {
            if (!options.testing) instance.elastic.close(done); // ! never-called
            else done();
          });
        });
      `,
        'main.js': `
        const fastify = require('fastify')();
        fastify.register(require('./plugins/elastic.js'), { node: 'http://search' });
        fastify.listen({ port: 3000 });
        process.on('SIGTERM', () => fastify.close().then(() => process.exit(0)));
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a hook whose callback is called by the close',
      files: {
        'src/main.js': `
        import Fastify from 'fastify';
        import mysql from 'mysql';
        const fastify = Fastify();
        fastify.decorate('pool', mysql.createPool({}));
        fastify.addHook('onClose', (instance, done) => instance.pool.end(done));
        await fastify.listen({ port: 3000 });
        process.on('SIGTERM', () => fastify.close().then(() => process.exit(0)));
      `,
      },
    },
  ],
});
