/** A WebSocket server waits for its clients alone: once they are all cut, its close is over at once. */
import { table } from './table.js';

const service = (shutdown: string): Readonly<Record<string, string>> => ({
  'src/main.js': `
    import http from 'node:http';
    import { WebSocketServer } from 'ws';
    const server = http.createServer((request, response) => response.end('ok'));
    const sockets = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request, socket, head) => sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client)));
    server.listen(3000);
    const closed = () => new Promise((resolve) => server.close(resolve));
    process.once('SIGTERM', async () => {
      ${shutdown}
    });
  `,
});

const OVER = [
  'for (const client of sockets.clients) client.terminate(); sockets.close(); await closed(); process.exit(0);',
  'sockets.close(); for (const client of sockets.clients) client.terminate(); await closed(); process.exit(0);',
  'sockets.clients.forEach((client) => client.terminate()); sockets.close(); await closed(); process.exit(0);',
  'for (const client of [...sockets.clients]) { client.send("bye"); client.terminate(); } sockets.close(); await closed(); process.exit(0);',
];

const UNDER_WAY = [
  'for (const client of sockets.clients) client.close(1001); sockets.close(); await closed(); process.exit(0);',
  'sockets.close(); await closed(); process.exit(0);',
  'setTimeout(() => { for (const client of sockets.clients) client.terminate(); }, 5000); sockets.close(); await closed(); process.exit(0);',
];

table('no-exit-before-close', {
  silent: OVER.map((shutdown) => ({ name: shutdown, files: service(shutdown) })),
  reports: UNDER_WAY.map((shutdown) => ({
    name: shutdown,
    files: service(shutdown.replace('process.exit(0);', '\n      process.exit(0); // ! pending')),
  })),
});

table('no-unawaited-close', {
  silent: OVER.map((shutdown) => ({ name: shutdown, files: service(shutdown) })),
  reports: UNDER_WAY.map((shutdown) => ({
    name: shutdown,
    files: service(shutdown.replace('sockets.close();', '\n      sockets.close(); // ! exit\n')),
  })),
});
