import express from 'express';
import { Pool } from 'pg';
import { health } from './health.js';

const pool = new Pool({ query_timeout: 500 });
const app = express();
app.use('/internal', health(pool));
app.get('/orders', async (request, response) => {
  const { rows } = await pool.query('select * from orders');
  response.json(rows);
});

const server = app.listen(Number(process.env.PORT ?? 3000));
const DRAIN = 5_000;
let isStopping = false;

process.on('SIGTERM', () => {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(1), 25_000).unref();
  setTimeout(() => {
    server.close(async () => {
      await pool.end();
      process.exit(0);
    });
  }, DRAIN);
});
