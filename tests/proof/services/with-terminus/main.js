import express from 'express';

const app = express();

app.get('/work', (req, res) => {
  setTimeout(() => res.send('ok'), 200);
});

const server = app.listen(process.env.PORT, '127.0.0.1');
