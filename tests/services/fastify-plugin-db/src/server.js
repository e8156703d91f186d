import Fastify from 'fastify';
import { database } from './plugins/database.js';
import { cache } from './plugins/cache.js';
import { items } from './routes/items.js';

const app = Fastify({ logger: true });
await app.register(database);
await app.register(cache);
await app.register(items, { prefix: '/items' });

async function close(signal) {
  app.log.info({ signal }, 'closing');
  setTimeout(() => process.exit(1), 10000).unref();
  await app.close();
  process.exit(0);
}
process.once('SIGINT', close);
process.once('SIGTERM', close);

await app.listen({ port: 3000, host: '0.0.0.0' });
