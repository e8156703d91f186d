import { createServer } from 'node:http';

const server = createServer((request, response) => {
  setTimeout(() => response.end('ok'), 200);
}).listen(process.env.PORT, '127.0.0.1');

process.on('SIGTERM', () => {
  console.log('SIGTERM received');
});

console.log(server.listening);
