import { Router } from 'express';
import type { Pool } from 'pg';

export function health(pool: Pool): Router {
  const router = Router();
  // For people, not for the kubelet.
  router.get('/deep', async (request, response) => {
    await pool.query('select 1');
    response.send('ok');
  });
  router.get('/live', (request, response) => {
    response.send('ok');
  });
  router.get('/ready', (request, response) => {
    response.send('ok');
  });
  return router;
}
