const express = require('express');
const User = require('./models/user');

const app = express();
app.use(express.json());
app.get('/v1/users', async (req, res) => {
  res.send(await User.find({}));
});
module.exports = app;
