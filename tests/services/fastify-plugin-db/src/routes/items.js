export async function items(app) {
  app.get('/:id', async (request) => {
    const hit = await app.redis.get(request.params.id);
    if (hit) return JSON.parse(hit);
    const { rows } = await app.pg.query('select * from item where id = $1', [request.params.id]);
    return rows[0];
  });
}
