const Koa = require('koa');

process.on('uncaughtException', (error) => { // expect: no-swallowed-crash
  console.error('uncaught', error);
});
process.on('unhandledRejection', (reason) => { // expect: no-swallowed-crash
  console.error('unhandled', reason);
});

const app = new Koa();
app.use((ctx) => {
  ctx.body = 'ok';
});

const server = app.listen(3000);

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  console.log('stopping');
  const timer = setTimeout(() => process.exit(1), 5000);
  timer.unref();
  server.close((error) => process.exit(error ? 1 : 0));
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
