const { Worker } = require('bullmq');
const { Redis } = require('ioredis');

const connection = new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: null });

const worker = new Worker(
  process.env.QUEUE,
  async (job) => {
    console.log(`begin ${job.id}`);
    await new Promise((resolve) => setTimeout(resolve, 400));
    console.log(`end ${job.id}`);
  },
  { connection, concurrency: 4 },
);

worker.on('ready', () => console.log('started'));

process.on('SIGTERM', async () => {
  await worker.close(true);
  await connection.quit();
  process.exit(0);
});
