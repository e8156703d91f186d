import { createServer } from 'node:http';

const server = createServer((request, response) => {
  setTimeout(() => response.end('ok'), 200);
});

async function shutdown() {
  await new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
  process.exit(0);
}

process.on('SIGTERM', shutdown);
process.on('SIGINT', shutdown);

server.listen(process.env.PORT, '127.0.0.1');
