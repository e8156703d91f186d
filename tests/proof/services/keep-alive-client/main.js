import http from 'node:http';

const agent = new http.Agent({ keepAlive: true });

const upstream = http.createServer((request, response) => {
  setTimeout(() => response.end('from upstream'), 150);
});

upstream.listen(0, '127.0.0.1');

const server = http.createServer((request, response) => {
  http.get({ port: upstream.address().port, host: '127.0.0.1', agent }, (answer) => answer.pipe(response));
});

server.listen(process.env.PORT, '127.0.0.1');
