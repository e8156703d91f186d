import { handleSignals, own } from '@platform/lifecycle';
import fastify from 'fastify';

const app = fastify();
app.get('/users', async () => []);
own(app);
handleSignals();
await app.listen({ port: 3000 });
