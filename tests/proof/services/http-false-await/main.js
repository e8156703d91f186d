import { createServer } from 'node:http';

const server = createServer((request, response) => {
	setTimeout(() => response.end('ok'), 200);
});

process.once('SIGTERM', async () => {
	await server.close();
	process.exit(0);
});

server.listen(process.env.PORT, '127.0.0.1');
