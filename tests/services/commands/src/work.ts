import { Worker } from 'bullmq';
import pg from 'pg';

const connection = { host: 'redis' };

export function work(queue: string): void {
  const pool = new pg.Pool(); // expect: no-unclosed-resource
  const worker = new Worker(queue, async ({ data }) => pool.query('insert into jobs values ($1)', [data]), { connection });
  process.once('SIGTERM', async () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    await worker.close();
    process.exit(0);
  });
}

export function consume(): void {
  const worker = new Worker('events', async ({ data }) => console.log(data), { connection }); // expect: require-sigterm-listener
  worker.on('error', console.error);
}
