import { Application } from '@app/application';
import { logger } from '@app/logger';

const application = new Application();

async function main(): Promise<void> {
  await application.start();
}

process.on('SIGTERM', async () => { // expect: require-idempotent-shutdown, require-shutdown-deadline
  logger.info('stopping');
  await application.stop();
  process.exit(0); // expect: no-exit-before-close
});

main().catch((error) => {
  logger.error(error);
  process.exit(1);
});
