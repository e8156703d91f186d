import pg from 'pg';

const client = new pg.Client();
await client.connect();
try {
  await client.query('create table if not exists report (name text)');
} catch (error) {
  console.error(error);
  process.exit(1);
}
await client.end();
