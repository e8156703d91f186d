import express from 'express';
import { pool } from './database.js';
import { health } from './health.js';

export const app = express();

app.get('/healthz', (_request, response) => {
  response.sendStatus(200);
});
app.get('/readyz', (_request, response) => {
  response.sendStatus(health.ready ? 200 : 503);
});
app.get('/orders', async (_request, response) => {
  const { rows } = await pool.query('select * from orders');
  response.json(rows);
});
