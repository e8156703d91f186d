import http from 'node:http';

const server = http.createServer((request, response) => {
  setTimeout(() => response.end('ok'), 200);
});

server.listen(process.env.PORT, '127.0.0.1', () => console.log('listening'));
