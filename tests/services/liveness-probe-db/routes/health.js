const { Router } = require('express');
const fs = require('fs');
const { sequelize } = require('../models');

const router = Router();

router.get('/live', async (req, res) => {
  try {
    await sequelize.authenticate(); // expect: no-blocking-probe
    res.sendStatus(200);
  } catch (error) {
    res.sendStatus(503);
  }
});

router.get('/ready', (req, res) => {
  const version = fs.readFileSync('/app/VERSION', 'utf8'); // expect: no-blocking-probe
  res.json({ version });
});

module.exports = router;
