const http = require('http');
const cron = require('node-cron');

let runs = 0;

cron.schedule('* * * * * *', () => {
  runs += 1;
});

const server = http.createServer((req, res) => {
  setTimeout(() => res.end(String(runs)), 200);
});

server.listen(process.env.PORT, '127.0.0.1');

process.once('SIGTERM', () => {
  server.close();
});
