/** A consumer that tells its end by an event: the many ways in which right and wrong code stops it. */
import { table } from './table.js';

const service = (text: string): Readonly<Record<string, string>> => ({
  'src/main.js': `
    import { once } from 'node:events';
    import pg from 'pg';
    import { Consumer } from 'sqs-consumer';
    const pool = new pg.Pool();
    const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const consumer = Consumer.create({ queueUrl: 'q', handleMessage: (message) => pool.query('insert', [message.Body]) });
    consumer.start();
    ${text}
  `,
});

const cases = (ways: readonly string[]) => ways.map((name) => ({ name, files: service(name) }));

const RIGHT = [
  `process.on('SIGTERM', async () => { const ended = once(consumer, 'stopped'); consumer.stop(); await ended; await pool.end(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { consumer.stop(); await once(consumer, 'stopped'); await pool.end(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { await Promise.all([once(consumer, 'stopped'), consumer.stop()]); await pool.end(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { await new Promise((resolve) => { consumer.once('stopped', resolve); consumer.stop(); }); await pool.end(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { consumer.stop(); await new Promise((resolve) => consumer.once('stopped', resolve)); await pool.end(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { const ended = new Promise((resolve) => consumer.once('stopped', resolve)); consumer.stop(); await ended; await pool.end(); process.exit(0); });`,
  `const stop = () => new Promise((resolve) => { consumer.on('stopped', () => resolve()); consumer.stop(); });\n    process.on('SIGTERM', async () => { await stop(); await pool.end(); process.exit(0); });`,
  `process.on('SIGTERM', () => { consumer.on('stopped', () => { pool.end(() => process.exit(0)); }); consumer.stop(); });`,
  `consumer.on('stopped', async () => { await pool.end(); process.exit(0); });\n    process.on('SIGTERM', () => consumer.stop());`,
  `process.on('SIGTERM', async () => { consumer.stop(); while (consumer.status.isRunning) await sleep(100); await pool.end(); process.exit(0); });`,
  `process.on('SIGTERM', async () => { consumer.stop(); await sleep(5000); await pool.end(); process.exit(0); });`,
];

for (const rule of ['no-unawaited-close', 'no-exit-before-close', 'no-unclosed-resource', 'enforce-shutdown-order'])
  table(rule, { silent: cases(RIGHT) });

const exit = (text: string): string => `${text} // ! exit`;

table('no-unawaited-close', {
  reports: [
    ...cases([
      `process.on('SIGTERM', () => {\n      ${exit('consumer.stop();')}\n      process.exit(0);\n    });`,
      `async function stop() {\n      ${exit('consumer.stop();')}\n    }\n    process.on('SIGTERM', async () => { await stop(); process.exit(0); });`,
      `process.on('SIGTERM', async () => {\n      await consumer.stop(); // ! false-await\n      process.exit(0);\n    });`,
      `process.on('SIGTERM', async () => {\n      consumer.stop(); // ! later-step\n      await pool.end();\n    });`,
    ]),
  ],
  silent: cases([`process.on('SIGTERM', () => { consumer.stop({ abort: true }); process.exit(0); });`]),
});
