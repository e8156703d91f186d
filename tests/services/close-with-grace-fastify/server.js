import Fastify from 'fastify';
import postgres from '@fastify/postgres';
import closeWithGrace from 'close-with-grace';

const app = Fastify({ logger: true });
app.register(postgres, { connectionString: process.env.DATABASE_URL });
app.get('/prices', async () => (await app.pg.query('select * from price')).rows);

closeWithGrace({ delay: 10_000 }, async ({ signal, err }) => {
  if (err) app.log.error(err);
  app.log.info({ signal }, 'closing');
  await app.close();
});

app.listen({ port: 3000 });
