import { Router } from 'express';
import { pool } from './db.js';

export const health = Router();

health.get('/live', (_request, response) => {
  response.send('ok');
});

health.get('/ready', async (_request, response) => {
  await pool.query('select 1');
  response.send('ready');
});
