/** The connections that a Socket.IO server keeps by their id: ending them ends no server. */
import { cjs, js, table } from '../rules/table.js';

table('no-exit-before-close', {
  reports: [
    {
      name: 'sockets that are told and cut, of a server that goes on listening',
      files: cjs`
      const http = require('http');
      const server = http.createServer((req, res) => res.end('ok'));
      const io = require('socket.io')(server);
      server.listen(3000);
      process.on('SIGTERM', function () {
        Object.keys(io.sockets.sockets).forEach(function (key) {
          var socket = io.sockets.sockets[key];
          socket.emit('maintenance');
          setTimeout(function () { socket.disconnect(true); }, 0);
        });
        const timer = setInterval(function () {
          if (Object.keys(io.sockets.connected).length > 0) return;
          clearInterval(timer);
          process.exit(0); // ! open
        }, 100);
      });
    `,
    },
  ],
  silent: [
    {
      name: 'sockets that are cut before the server is closed',
      files: js`
      import http from 'node:http';
      import { Server } from 'socket.io';
      const server = http.createServer((req, res) => res.end('ok'));
      const io = new Server(server);
      server.listen(3000);
      process.once('SIGTERM', () => {
        for (const [, socket] of io.of('/').sockets) socket.disconnect(true);
        server.close(() => process.exit(0));
      });
    `,
    },
  ],
});

table('no-unclosed-resource', {
  reports: [
    {
      name: 'a server of sockets that nobody else has',
      unrepaired: true,
      files: cjs`
      const http = require('http');
      const { WebSocketServer } = require('ws');
      const server = http.createServer((req, res) => res.end('ok')).listen(3000);
      const sockets = {};
      sockets.chat = new WebSocketServer({ noServer: true }); // ! unclosed
      server.on('upgrade', (req, socket, head) => sockets.chat.handleUpgrade(req, socket, head, () => {}));
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
  ],
  silent: [
    {
      name: 'what becomes a part of what a library made',
      files: cjs`
      const http = require('http');
      const ws = require('ws');
      const server = http.createServer((req, res) => res.end('ok'));
      const io = require('socket.io')(server);
      io.engine.ws = new ws.Server({ noServer: true });
      server.listen(3000);
      process.once('SIGTERM', () => io.close(() => process.exit(0)));
    `,
    },
  ],
});
