import { createServer } from 'node:http';

const server = createServer((request, response) => {
  if (request.url === '/broken') setTimeout(() => JSON.parse('{'), 10);
  setTimeout(() => response.end('ok'), 200);
}).listen(process.env.PORT, '127.0.0.1');

process.on('uncaughtException', (error) => {
  console.error(error);
});

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 5000).unref();
  server.close(() => process.exit(0));
});
