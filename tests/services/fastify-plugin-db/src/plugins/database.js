import fp from 'fastify-plugin';
import { Pool } from 'pg';

export const database = fp(async (app, options) => {
  const pool = new Pool({ connectionString: process.env.DATABASE_URL });
  app.decorate('pg', pool);
  app.addHook('onClose', async (instance) => {
    await instance.pg.end();
  });
});
