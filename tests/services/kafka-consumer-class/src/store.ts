import { Pool } from 'pg';

export class Store {
  private pool = new Pool();

  async save(event: string): Promise<void> {
    await this.pool.query('insert into audit values ($1)', [event]);
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
