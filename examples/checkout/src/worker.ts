import { Worker } from 'bullmq';
import { pool } from './db.js';

const worker = new Worker('receipts', async (job) => {
  await pool.query('update orders set receipt_sent = now() where id = $1', [job.data.id]);
});

worker.on('failed', (job, error) => {
  console.error('no receipt for', job?.id, error);
});
