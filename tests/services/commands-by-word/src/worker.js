import { Worker } from 'bullmq';
import pg from 'pg';

export function startWorker() {
  const pool = new pg.Pool();
  const worker = new Worker('jobs', async ({ data }) => pool.query('insert into jobs values ($1)', [data]), { connection: {} });
  process.once('SIGTERM', async () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    await worker.close();
    await pool.end();
    process.exit(0);
  });
}
