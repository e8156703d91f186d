import pg from 'pg';

export const pool = new pg.Pool({ connectionString: process.env.POSTGRES_URL, max: 10 });

export async function sleep(seconds: number): Promise<void> {
  await pool.query('select pg_sleep($1)', [seconds]);
}
