import http from 'node:http';

export function serve(port: number): void {
  const server = http.createServer((request, response) => response.end('ok'));
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
  server.listen(port);
}
