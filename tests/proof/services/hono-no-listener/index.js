import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();

app.get('/work', async (c) => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return c.text('ok');
});

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
