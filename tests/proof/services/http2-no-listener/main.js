import http2 from 'node:http2';

const server = http2.createServer((request, response) => {
  setTimeout(() => response.end('ok'), 200);
});

server.listen(process.env.PORT, '127.0.0.1');
