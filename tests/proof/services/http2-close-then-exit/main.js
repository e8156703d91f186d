import { createServer } from 'node:http2';

const server = createServer((request, response) => {
  setTimeout(() => response.end('ok'), 200);
});

server.listen(process.env.PORT, '127.0.0.1');

process.on('SIGTERM', () => {
  server.close();
  process.exit(0);
});
