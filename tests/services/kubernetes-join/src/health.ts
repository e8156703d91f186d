import { Router } from 'express';
import type { Pool } from 'pg';

export function health(pool: Pool): Router {
  const router = Router();
  // Nothing in the code says that liveness asks here.
  router.get('/state', async (request, response) => {
    await pool.query('select 1'); // expect: no-blocking-probe
    response.send('ok');
  });
  router.get('/ready', (request, response) => {
    response.send('ok');
  });
  return router;
}
