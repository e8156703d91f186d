import { WebSocketServer } from 'ws';

const wss = new WebSocketServer({ port: Number(process.env.PORT), host: '127.0.0.1' });

wss.on('connection', (socket) => {
  socket.on('message', (message) => {
    setTimeout(() => socket.send(`done ${message}`), 200);
  });
});
