import express from 'express';

const app = express();
app.get('/jobs', (request, response) => response.json([]));
const server = app.listen(3000);
let isStopping = false;

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), 20_000).unref();
    server.close(() => process.exit(0));
  });
}
