const http = require('http');
const express = require('express');
const { WebSocketServer } = require('ws');

const app = express();
const server = http.createServer(app);
const wss = new WebSocketServer({ server });

app.get('/work', (req, res) => {
  setTimeout(() => res.send('ok'), 200);
});

wss.on('connection', (socket) => {
  socket.on('message', (message) => {
    setTimeout(() => socket.send(`done ${message}`), 200);
  });
});

process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
});

server.listen(process.env.PORT, '127.0.0.1');
