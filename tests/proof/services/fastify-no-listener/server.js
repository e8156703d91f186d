import Fastify from 'fastify';

const app = Fastify();

app.get('/work', async () => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return 'ok';
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
