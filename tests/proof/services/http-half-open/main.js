import { createServer } from 'node:http';

createServer((request, response) => {
  setTimeout(() => response.end('ok'), 200);
}).listen(process.env.PORT, '127.0.0.1');
