import express from 'express';

const app = express();

app.get('/work', async (req, res) => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  res.send('ok');
});

app.listen(process.env.PORT, '127.0.0.1');
