const Koa = require('koa');
const app = new Koa();

app.use(async (ctx) => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  ctx.body = 'ok';
});

app.listen(process.env.PORT, '127.0.0.1');
