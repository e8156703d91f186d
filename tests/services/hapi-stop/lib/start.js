'use strict';

const { init } = require('./server');

const start = async () => {
  const server = await init();

  process.on('SIGTERM', async () => { // expect: require-idempotent-shutdown
    server.log(['info'], 'SIGTERM');
    await server.stop({ timeout: 10000 });
    process.exit(0);
  });

  await server.start();
};

start();
