import { createServer } from 'node:http';

let served = 0;

const server = createServer((request, response) => {
  served += 1;
  setTimeout(() => response.end('ok'), 200);
});

server.listen(process.env.PORT, '127.0.0.1');

setInterval(() => console.log(`${served} served`), 1000);

process.once('SIGTERM', () => {
  server.close();
});
