import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const port = Number(process.env.PORT);

function handle(request: IncomingMessage, response: ServerResponse): void {
  setTimeout(() => response.end('ok'), 200);
}

const server = createServer(handle);

server.listen(port, '127.0.0.1');
