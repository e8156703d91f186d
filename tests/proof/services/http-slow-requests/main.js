import { createServer } from 'node:http';

const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.write('begun ');
  setTimeout(() => response.end('done'), 2500);
});

server.listen(process.env.PORT, '127.0.0.1');
