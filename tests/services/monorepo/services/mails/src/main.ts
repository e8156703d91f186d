import { own } from '@platform/lifecycle';
import fastify from 'fastify';

const app = fastify();
app.get('/mails', async () => []);
own(app);
await app.listen({ port: 3000 }); // expect: require-sigterm-listener
