import http from 'node:http';

export function startApi() {
  const server = http.createServer((request, response) => response.end('ok'));
  server.listen(3000); // expect: require-sigterm-listener
}
