import type { Server } from 'node:http';
import { app } from './app.js';
import { pool } from './database.js';
import { health } from './health.js';

const DRAIN_MS = 5_000;
const DEADLINE_MS = 20_000;

const server: Server = app.listen(Number(process.env.PORT ?? 3000));

let stopping: Promise<void> | undefined;

async function stop(signal: NodeJS.Signals): Promise<void> {
  console.log(`${signal} received, draining`);
  health.ready = false;
  const deadline = setTimeout(() => {
    console.error('shutdown took too long');
    process.exit(1);
  }, DEADLINE_MS);
  deadline.unref();
  await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeIdleConnections();
  });
  await pool.end();
  console.log('bye');
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stopping ??= stop(signal).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
