import express from 'express';
import pg from 'pg';

const pool = new pg.Pool();
const app = express();
app.get('/healthz', (req, res) => res.send('ok'));
const server = app.listen(8080);

process.once('SIGTERM', async () => {
  console.log('SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await pool.end();
});

async function work() {
  while (true) { // expect: no-uninterruptible-loop
    const { rows } = await pool.query('select * from outbox where sent is null limit 10 for update skip locked');
    for (const row of rows) await deliver(row);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function deliver(row) {
  await fetch(row.url, { method: 'POST', body: row.body });
}

work();
