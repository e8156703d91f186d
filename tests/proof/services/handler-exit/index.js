const express = require('express');

const app = express();

app.get('/work', (req, res) => {
  setTimeout(() => res.send('ok'), 200);
});

app.get('/broken', () => {
  console.error('cannot go on');
  process.exit(1);
});

app.listen(process.env.PORT, '127.0.0.1');
