const http = require('http');
const { Server } = require('socket.io');

const server = http.createServer((req, res) => {
  setTimeout(() => res.end('ok'), 200);
});
const io = new Server(server);

io.on('connection', (socket) => {
  socket.on('work', (number, done) => setTimeout(() => done(number), 200));
});

server.listen(process.env.PORT, '127.0.0.1');
