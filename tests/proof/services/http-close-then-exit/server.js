const http = require('http');

const server = http.createServer((req, res) => {
  setTimeout(() => res.end('ok'), 200);
});

function shutdown() {
  console.log('bye');
  server.close();
  process.exit(0);
}

process.once('SIGTERM', shutdown);
server.listen(process.env.PORT, '127.0.0.1');
