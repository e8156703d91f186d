const http = require('http');

const server = http.createServer((req, res) => {
  setTimeout(() => res.end('hello\n'), 200);
});
server.listen(8000);

function shutdown() {
  console.log('closing');
  server.close(function onServerClosed(err) {
    if (err) console.error(err);
  });
  process.exit(0); // expect: no-exit-before-close
}

process.on('SIGINT', shutdown);
process.on('SIGTERM', shutdown);
