import { Worker } from 'bullmq';
import { connection } from './connection.js';
import { send } from './send.js';

const worker = new Worker('mail', async (job) => send(job.data), { connection, concurrency: 5 });

worker.on('failed', (job, error) => console.error(job?.id, error));

async function gracefulShutdown(signal) {
  console.log(`Received ${signal}, closing worker...`);
  setTimeout(() => process.exit(1), 25_000).unref();
  worker.close(); // expect: no-unawaited-close
  await connection.quit(); // expect: enforce-shutdown-order
  process.exit(0); // expect: no-exit-before-close
}

process.once('SIGINT', () => gracefulShutdown('SIGINT'));
process.once('SIGTERM', () => gracefulShutdown('SIGTERM'));
