import pg from 'pg';

/** Ends by itself: what it opens is no concern of the shutdown of another command. */
export async function migrate(): Promise<void> {
  const client = new pg.Client();
  await client.connect();
  await client.query('alter table jobs add column done boolean');
}
