import express from 'express';
import { pool } from './db.js';
import { health } from './health.js';
import { startMetrics } from './metrics.js';
import { orders, receipts } from './orders.js';

let isStopping = false;

async function shutdown(signal: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  console.log(`${signal}: shutting down`);
  setTimeout(() => process.exit(1), 10_000).unref();
  await server.close();
  await receipts.close();
  await pool.end();
  process.exit(0);
}

process.on('SIGTERM', (signal) => void shutdown(signal));
process.on('SIGINT', (signal) => void shutdown(signal));

const app = express();
app.use(express.json());
app.use('/health', health);
app.use('/orders', orders);

const server = app.listen(3000, () => {
  console.log('checkout listens on 3000');
});

startMetrics();
