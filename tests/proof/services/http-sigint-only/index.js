'use strict';
const http = require('node:http');

const server = http.createServer((req, res) => setTimeout(() => res.end('ok'), 200));

process.on('SIGINT', () => {
  server.close(() => process.exit(0));
});

server.listen(process.env.PORT, '127.0.0.1');
