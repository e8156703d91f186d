import express from 'express';

const app = express();

app.get('/events', (req, res) => {
  res.writeHead(200, { 'content-type': 'text/event-stream' });
  const timer = setInterval(() => res.write(`data: ${Date.now()}\n\n`), 100);
  req.on('close', () => clearInterval(timer));
});

app.get('/work', (req, res) => {
  setTimeout(() => res.send('ok'), 200);
});

app.listen(process.env.PORT, '127.0.0.1');
