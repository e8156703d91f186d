import { Worker } from 'bullmq';

const connection = { url: process.env.REDIS_URL };

const worker = new Worker(
  process.env.QUEUE,
  async (job) => {
    console.log(`begin ${job.id}`);
    await new Promise((resolve) => setTimeout(resolve, 400));
    console.log(`end ${job.id}`);
  },
  { connection, concurrency: 4 },
);

worker.on('failed', (job, error) => console.error(error));
console.log('started');
