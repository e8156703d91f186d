const express = require('express');
const gracefulShutdown = require('http-graceful-shutdown');
const { sequelize } = require('./models');
const health = require('./routes/health');

const app = express();
app.use('/health', health);
app.get('/users/:id', async (req, res) => {
  res.json(await sequelize.models.User.findByPk(req.params.id));
});

const server = app.listen(3000);
gracefulShutdown(server, { timeout: 20000, onShutdown: () => sequelize.close() });
