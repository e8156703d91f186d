const express = require('express');
const redis = require('redis');

const client = redis.createClient({ url: process.env.REDIS_URL });
client.on('error', (err) => console.error('redis', err));

const app = express();
app.use(express.json());

let connected = false;

app.get('/health', (req, res) => {
  res.json({ app: 'OK', redis: connected });
});

app.get('/cart/:id', async (req, res) => {
  const data = await client.get(req.params.id);
  if (!data) return res.status(404).send('cart not found');
  res.type('json').send(data);
});

async function start() {
  await client.connect();
  connected = true;
  const port = process.env.CART_SERVER_PORT || 8080;
  app.listen(port, () => { // expect: require-sigterm-listener
    console.log('Started on port', port);
  });
}

start();
