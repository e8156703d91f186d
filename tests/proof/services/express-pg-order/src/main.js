import express from 'express';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.POSTGRES_URL, max: 10 });
const app = express();

app.get('/work', async (req, res) => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { rows } = await pool.query('select pg_sleep(0.1)');
  res.send(`ok ${rows.length}`);
});

const server = app.listen(process.env.PORT, '127.0.0.1');

process.on('SIGTERM', async () => {
  await pool.end();
  server.close(() => process.exit(0));
});
