import { AuditConsumer } from './consumer';
import { Store } from './store';

const store = new Store();
const consumer = new AuditConsumer(store);

let shuttingDown = false;
const shutdown = async (signal: string) => {
  if (shuttingDown) return;
  shuttingDown = true;
  console.info(`${signal} received`);
  setTimeout(() => process.exit(1), 20000).unref();
  await consumer.stop();
  await store.close();
  process.exit(0);
};

process.on('SIGTERM', () => shutdown('SIGTERM'));
process.on('SIGINT', () => shutdown('SIGINT'));

consumer.start().catch((error) => {
  console.error(error);
  process.exit(1);
});
