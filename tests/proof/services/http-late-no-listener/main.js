import { lookup } from 'node:dns/promises';
import http from 'node:http';

async function main() {
  const { address } = await lookup('127.0.0.1');
  const server = http.createServer((request, response) => {
    setTimeout(() => response.end('ok'), 200);
  });
  server.listen(process.env.PORT, address, () => console.log('listening'));
}

await main();
