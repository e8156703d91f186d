import pg from 'pg';

/** Takes no work that a library hands it, and lasts as well. */
export async function poll(): Promise<void> {
  const pool = new pg.Pool();
  while (true) { // expect: no-uninterruptible-loop
    await pool.query('delete from jobs where done');
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
