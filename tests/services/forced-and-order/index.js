import express from 'express';
import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.MYSQL_URL);
const app = express();
app.get('/stock/:id', async (req, res) => {
  const [rows] = await pool.query('select * from stock where id = ?', [req.params.id]);
  res.json(rows[0]);
});
const server = app.listen(3000);

let stopping = false;
process.on('SIGTERM', async () => {
  if (stopping) return;
  stopping = true;
  console.log('SIGTERM');
  setTimeout(() => process.exit(1), 10_000).unref();
  await pool.end(); // expect: enforce-shutdown-order
  server.closeAllConnections(); // expect: no-forced-close
  await new Promise((resolve) => server.close(resolve));
  process.exit(0);
});
