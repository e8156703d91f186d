import Fastify from 'fastify';
import { Poller } from './poller.js';
import { startStatistics } from './statistics.js';
import { sleep } from './sleep.js';

const app = Fastify();
const poller = new Poller();

app.get('/', async () => {
  await sleep(10);
  return poller.latest;
});
app.addHook('onReady', async () => poller.start());
app.addHook('onClose', async () => poller.stop());
startStatistics();

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    console.log(signal);
    setTimeout(() => process.exit(1), 8000).unref();
    await app.close();
    process.exit(0);
  });
}

await app.listen({ port: 8080 });
