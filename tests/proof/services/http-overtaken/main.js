import { createServer } from 'node:http';

const server = createServer((request, response) => {
  setTimeout(() => response.end('ok'), 200);
});
let isStopping = false;

async function stop() {
  if (isStopping) return;
  isStopping = true;
  await new Promise((resolve) => server.close(resolve));
}

async function shutdown(signal) {
  console.log(`${signal}: stopping`);
  await stop();
  process.exit(0);
}

process.on('SIGTERM', shutdown);
process.on('SIGINT', shutdown);

server.listen(process.env.PORT, '127.0.0.1');
