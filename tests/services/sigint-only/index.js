const http = require('node:http');

const server = http.createServer((req, res) => res.end());

process.on('SIGINT', () => {
  console.log('bye');
  setTimeout(() => process.exit(1), 1000).unref();
  server.close(() => process.exit(0));
});

server.listen(3128); // expect: require-sigterm-listener
