import { Pool } from 'pg';

export const pool = new Pool({ connectionString: process.env.DATABASE_URL });

export interface Order {
  readonly id: string;
  readonly total: number;
}

export async function saveOrder(order: Order): Promise<void> {
  await pool.query('insert into orders (id, total) values ($1, $2)', [order.id, order.total]);
}

export async function countOpenOrders(): Promise<number> {
  const { rows } = await pool.query('select count(*) as open from orders where paid is null');
  return Number(rows[0].open);
}
