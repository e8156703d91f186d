/** What a class makes live where it declares its field. */
import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('require-sigterm-listener', [
  {
    name: 'a class without a constructor',
    files: {
      'main.js': code`
        import { Worker } from 'bullmq';
        class Mails {
          worker = new Worker('mail', async (job) => console.log(job.data));

          count() {
            return this.worker.concurrency;
          }
        }
        console.log(new Mails().count());
      `,
    },
    suggestion: 'listen',
    after: code`
      import { Worker } from 'bullmq';
      class Mails {
        worker = new Worker('mail', async (job) => console.log(job.data));

        constructor() {
          let isShuttingDown = false;

          const shutdown = async (signal) => {
            if (isShuttingDown) return;
            isShuttingDown = true;
            console.log(\`\${signal} received, shutting down\`);
            setTimeout(() => process.exit(1), 10_000).unref();
            try {
              await this.worker.close();
              process.exit();
            } catch (error) {
              console.error(error);
              process.exit(1);
            }
          };

          process.on('SIGTERM', shutdown);
          process.on('SIGINT', shutdown);
        }

        count() {
          return this.worker.concurrency;
        }
      }
      console.log(new Mails().count());
    `,
  },
  {
    name: 'a class with one, and a private field',
    files: {
      'main.js': code`
        import { Worker } from 'bullmq';
        class Mails {
          #worker = new Worker('mail', async (job) => console.log(job.data)).on('failed', console.error);
          constructor(name) {
            this.name = name;
          }
        }
        export const mails = new Mails('mails');
      `,
    },
    suggestion: 'listen',
    after: code`
      import { Worker } from 'bullmq';
      class Mails {
        #worker = new Worker('mail', async (job) => console.log(job.data)).on('failed', console.error);
        constructor(name) {
          this.name = name;

          let isShuttingDown = false;

          const shutdown = async (signal) => {
            if (isShuttingDown) return;
            isShuttingDown = true;
            console.log(\`\${signal} received, shutting down\`);
            setTimeout(() => process.exit(1), 10_000).unref();
            try {
              await this.#worker.close();
              process.exit();
            } catch (error) {
              console.error(error);
              process.exit(1);
            }
          };

          process.on('SIGTERM', shutdown);
          process.on('SIGINT', shutdown);
        }
      }
      export const mails = new Mails('mails');
    `,
  },
]);

repairs('no-exit-before-close', [
  {
    name: 'an exit of another method',
    files: {
      'main.js': code`
        import { Worker } from 'bullmq';
        class Mails {
          worker = new Worker('mail', async (job) => console.log(job.data));
          stop() {
            setTimeout(() => process.exit(1), 10_000).unref();
            process.exit(0);
          }
        }
        const mails = new Mails();
        process.once('SIGTERM', () => mails.stop());
      `,
    },
    suggestion: 'closeFirst',
    after: code`
      import { Worker } from 'bullmq';
      class Mails {
        worker = new Worker('mail', async (job) => console.log(job.data));
        async stop() {
          setTimeout(() => process.exit(1), 10_000).unref();
          try {
            await this.worker.close();
            process.exit(0);
          } catch (error) {
            console.error(error);
            process.exit(1);
          }
        }
      }
      const mails = new Mails();
      process.once('SIGTERM', () => mails.stop());
    `,
  },
]);
