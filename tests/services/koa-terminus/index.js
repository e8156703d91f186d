import http from 'node:http';
import Koa from 'koa';
import { createTerminus } from '@godaddy/terminus';
import { MongoClient } from 'mongodb';

const mongo = new MongoClient(process.env.MONGO_URL);
await mongo.connect();

const app = new Koa();
app.use(async (ctx) => {
  ctx.body = await mongo.db('geo').collection('places').findOne({ name: ctx.query.name });
});

const server = http.createServer(app.callback());

createTerminus(server, { // expect: no-late-signal-listener
  signals: ['SIGTERM', 'SIGINT'],
  timeout: 10000,
  healthChecks: { '/health/live': async () => true },
  beforeShutdown: () => new Promise((resolve) => setTimeout(resolve, 5000)),
  onSignal: async () => {
    await mongo.close();
  },
});

server.listen(3000);
