const express = require('express');

const app = express();

app.get('/work', (req, res) => {
  setTimeout(() => res.send('ok'), 200);
});

app.listen(process.env.PORT, '127.0.0.1', () => console.log('listening'));
